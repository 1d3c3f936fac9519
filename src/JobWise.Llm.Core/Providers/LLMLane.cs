namespace JobWise.Llm;

/// <summary>One way to an answer: a provider instance and a model of it. Limits, breakers and routes go by lane.</summary>
public sealed record LLMLane
{
    /// <summary>The name the instance was registered under, such as <c>groq</c>.</summary>
    public required string Instance { get; init; }

    /// <summary>The model's id as the provider names it; null is the instance's own default.</summary>
    public string? Model { get; init; }

    /// <summary>The instance, then a slash and the model where there is one: <c>groq/openai/gpt-oss-20b</c>.</summary>
    public override string ToString() => Model is null ? Instance : $"{Instance}/{Model}";
}
