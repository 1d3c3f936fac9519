namespace JobWise.Llm.Benchmarks.Floor;

/// <summary>Where a protocol keeps what the floor reads.</summary>
internal sealed record FloorWire
{
    public static FloorWire OpenAI { get; } = new()
    {
        Endpoint = new Uri("https://api.openai.com/v1/chat/completions"),
        AnswerName = "content"u8.ToArray(),
        DeltaName = "content"u8.ToArray(),
    };

    public static FloorWire Anthropic { get; } = new()
    {
        Endpoint = new Uri("https://api.anthropic.com/v1/messages"),
        // Not the first "text", which is a value: a block's type.
        AnswerName = "text"u8.ToArray(),
        DeltaName = "text"u8.ToArray(),
    };

    public required Uri Endpoint { get; init; }

    /// <summary>The member that holds the text of a whole answer.</summary>
    public required byte[] AnswerName { get; init; }

    /// <summary>The member that holds the text of one event.</summary>
    public required byte[] DeltaName { get; init; }
}
