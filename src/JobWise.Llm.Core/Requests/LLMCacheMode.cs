namespace JobWise.Llm;

/// <summary>How the response cache treats one call.</summary>
public enum LLMCacheMode
{
    /// <summary>Read, and store what was not found.</summary>
    Default = 0,

    /// <summary>Neither read nor store.</summary>
    Bypass = 1,

    /// <summary>Do not read, but store the new answer.</summary>
    Refresh = 2,

    /// <summary>Read, but store nothing.</summary>
    ReadOnly = 3,
}
