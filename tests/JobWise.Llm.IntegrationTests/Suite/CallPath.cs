namespace JobWise.Llm.IntegrationTests;

/// <summary>What a call goes through before it is sent.</summary>
public enum CallPath
{
    /// <summary>Nothing: the provider as its package registers it.</summary>
    Provider,

    /// <summary>All that <c>AddJobWiseLlm</c> puts before it.</summary>
    Pipeline,
}
