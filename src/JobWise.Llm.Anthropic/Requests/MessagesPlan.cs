namespace JobWise.Llm.Wire;

/// <summary>What of a request is sent, after the rules of the protocol and the model.</summary>
internal sealed class MessagesPlan
{
    public required LLMRequest Request { get; init; }

    public required string Model { get; init; }

    /// <summary>All system messages of the conversation as one text; null when there is none.</summary>
    public string? System { get; init; }

    /// <summary>A sentence that is added to the system message; null when none is needed.</summary>
    public string? Instruction { get; init; }

    /// <summary>The conversation without its system messages, with roles that alternate.</summary>
    public required IReadOnlyList<Turn> Turns { get; init; }

    public required int MaxTokens { get; init; }

    public double? Temperature { get; init; }

    public double? TopP { get; init; }

    public Thinking Thinking { get; init; }

    public LLMToolChoice? ToolChoice { get; init; }

    /// <summary>Whether the schemas of tools that ask for it are guaranteed.</summary>
    public bool StrictTools { get; init; }

    /// <summary>Whether the answer must follow the request's schema.</summary>
    public bool HasSchema { get; init; }

    public AnthropicPromptCache PromptCache { get; init; }

    public IReadOnlyList<LLMWarning> Warnings { get; init; } = [];
}
