namespace JobWise.Llm.TestKit;

/// <summary>What a client sent to a <see cref="LoopbackServer"/>.</summary>
public sealed record LoopbackRequest
{
    /// <summary>Such as <c>POST</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path without the query, such as <c>/v1/chat/completions</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The value of the <c>Authorization</c> header; null when the client sent none.</summary>
    public string? Authorization { get; init; }

    /// <summary>The body as text; empty when there is none.</summary>
    public required string Body { get; init; }
}
