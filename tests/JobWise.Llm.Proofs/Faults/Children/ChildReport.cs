namespace JobWise.Llm.Proofs.Faults.Children;

/// <summary>What a child saw of one command; one line of JSON.</summary>
internal sealed record ChildReport
{
    /// <summary>The answer; null when the call threw.</summary>
    public string? Text { get; init; }

    /// <summary>The name of the exception's type.</summary>
    public string? Error { get; init; }

    public string? Message { get; init; }

    /// <summary>Whether the exception is the library's.</summary>
    public bool IsOwn { get; init; }

    public long Milliseconds { get; init; }

    /// <summary>How far the process grew above what it was after the last call that made it ready.</summary>
    public long GrowthBytes { get; init; }

    /// <summary>How many of several calls were right.</summary>
    public int Right { get; init; }
}
