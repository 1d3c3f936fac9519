namespace JobWise.Llm;

/// <summary>What reading one text gave: a value with the repairs it took, or the error.</summary>
/// <typeparam name="T">The type of the answer.</typeparam>
internal sealed record JsonAnswer<T>
{
    public T? Value { get; init; }

    public string? Error { get; init; }

    public IReadOnlyList<string> Repairs { get; init; } = [];

    /// <summary>Whether the text was well-formed JSON, of whatever type: then there is nothing to cut out of it.</summary>
    public bool IsWellFormed { get; init; }

    /// <summary>Whether the text ends inside its JSON.</summary>
    public bool IsCut { get; init; }
}
