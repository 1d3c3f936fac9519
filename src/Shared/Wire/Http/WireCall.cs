namespace JobWise.Llm.Wire;

/// <summary>One request to a provider.</summary>
internal sealed record WireCall
{
    public HttpMethod Method { get; init; } = HttpMethod.Get;

    public required Uri Address { get; init; }

    public HttpContent? Content { get; init; }

    /// <summary>Whether the request itself may take long to send, so that the limit for the first byte of the answer cannot hold.</summary>
    public bool IsUpload { get; init; }

    /// <summary>The model that is asked for, for errors; null where none is.</summary>
    public string? Model { get; init; }
}
