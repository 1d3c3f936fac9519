namespace JobWise.Llm.TestKit;

/// <summary>What a <see cref="LoopbackServer"/> sends back.</summary>
public sealed record LoopbackResponse
{
    /// <summary>The HTTP status.</summary>
    /// <value>The default value is 200.</value>
    public int Status { get; init; } = 200;

    /// <summary>Sent as UTF-8.</summary>
    public required string Body { get; init; }

    /// <summary>The media type of the body.</summary>
    /// <value>The default value is <c>application/json</c>.</value>
    public string ContentType { get; init; } = "application/json";
}
