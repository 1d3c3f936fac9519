namespace JobWise.Llm;

/// <summary>Which options of a request were filled in by defaults. A provider leaves out a defaulted value that the model refuses, and reports an explicit one.</summary>
[Flags]
public enum LLMDefaultedOptions
{
    /// <summary>The caller set everything that is set.</summary>
    None = 0,

    /// <summary><see cref="LLMRequest.Model"/> is a default.</summary>
    Model = 1,

    /// <summary><see cref="LLMRequest.Temperature"/> is a default.</summary>
    Temperature = 2,

    /// <summary><see cref="LLMRequest.MaxTokens"/> is a default.</summary>
    MaxTokens = 4,
}
