namespace JobWise.Llm.Wire;

/// <summary>One request to a provider.</summary>
internal sealed record WireCall
{
    public HttpMethod Method { get; init; } = HttpMethod.Get;

    public required Uri Address { get; init; }

    public HttpContent? Content { get; init; }

    /// <summary>The model that is asked for, for errors; null where none is.</summary>
    public string? Model { get; init; }
}
