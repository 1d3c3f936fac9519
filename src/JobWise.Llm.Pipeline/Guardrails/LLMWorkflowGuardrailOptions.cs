namespace JobWise.Llm;

/// <summary>What one workflow does differently from <see cref="LLMGuardrailOptions"/>; null takes the common value.</summary>
public sealed class LLMWorkflowGuardrailOptions
{
    /// <summary>Replaces <see cref="LLMGuardrailOptions.MaxMessageCharacters"/>.</summary>
    public int? MaxMessageCharacters { get; set; }

    /// <summary>Replaces <see cref="LLMGuardrailOptions.Injection"/>.</summary>
    public LLMGuardrailAction? Injection { get; set; }

    /// <summary>Replaces <see cref="LLMGuardrailOptions.InjectionThreshold"/>.</summary>
    public double? InjectionThreshold { get; set; }

    /// <summary>Replaces <see cref="LLMGuardrailOptions.ScanAllRoles"/>.</summary>
    public bool? ScanAllRoles { get; set; }

    /// <summary>Replaces <see cref="LLMGuardrailOptions.Secrets"/>.</summary>
    public LLMGuardrailAction? Secrets { get; set; }

    /// <summary>Replaces <see cref="LLMGuardrailOptions.TrimOutput"/>.</summary>
    public bool? TrimOutput { get; set; }

    /// <summary>Replaces <see cref="LLMGuardrailOptions.CleanOutput"/>.</summary>
    public bool? CleanOutput { get; set; }

    /// <summary>Replaces <see cref="LLMGuardrailOptions.InvalidJson"/>.</summary>
    public LLMGuardrailAction? InvalidJson { get; set; }

    /// <summary>Replaces <see cref="LLMGuardrailOptions.BufferStreams"/>.</summary>
    public bool? BufferStreams { get; set; }
}
