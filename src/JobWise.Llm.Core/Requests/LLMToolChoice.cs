namespace JobWise.Llm;

/// <summary>Whether the model must call a tool, and which.</summary>
public sealed record LLMToolChoice
{
    private LLMToolChoice()
    {
    }

    /// <summary>The model decides.</summary>
    public static LLMToolChoice Auto { get; } = new() { Mode = "auto" };

    /// <summary>No tool may be called.</summary>
    public static LLMToolChoice None { get; } = new() { Mode = "none" };

    /// <summary>At least one tool must be called.</summary>
    public static LLMToolChoice Required { get; } = new() { Mode = "required" };

    /// <summary><c>auto</c>, <c>none</c>, <c>required</c>, or <c>function</c> when <see cref="ToolName"/> is set.</summary>
    public string Mode { get; private init; } = "auto";

    /// <summary>The one tool that must be called; null unless made by <see cref="Tool"/>.</summary>
    public string? ToolName { get; private init; }

    /// <summary>This tool must be called.</summary>
    /// <param name="name">The name of one of the request's tools.</param>
    public static LLMToolChoice Tool(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new() { Mode = "function", ToolName = name };
    }
}
