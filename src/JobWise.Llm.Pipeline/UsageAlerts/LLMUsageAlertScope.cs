namespace JobWise.Llm;

/// <summary>Whose use is looked at.</summary>
public enum LLMUsageAlertScope
{
    /// <summary>A <see cref="LLMRequest.UserId"/>.</summary>
    User = 0,

    /// <summary>A provider instance, which has one key.</summary>
    Instance = 1,

    /// <summary>A <see cref="LLMRequest.Workflow"/>.</summary>
    Workflow = 2,
}
