namespace JobWise.Llm.Proofs.Fuzz;

/// <summary>One reader of one provider, with good bytes to break.</summary>
internal sealed record FuzzTarget
{
    public required string Provider { get; init; }

    public required FuzzKind Kind { get; init; }

    public required IReadOnlyList<byte[]> Seeds { get; init; }

    public required Func<HttpClient, ILLMService> Create { get; init; }

    public string Name => $"{Provider} {Kind.ToString().ToLowerInvariant()}";
}
