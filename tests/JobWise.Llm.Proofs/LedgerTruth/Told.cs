namespace JobWise.Llm.Proofs.LedgerTruth;

/// <summary>Sums of what a server has told in complete answers, or of what a ledger has kept.</summary>
internal readonly record struct Told
{
    public long Prompt { get; init; }

    public long Cached { get; init; }

    public long Completion { get; init; }

    public long Reasoning { get; init; }

    /// <summary>In USD.</summary>
    public decimal Cost { get; init; }

    public static Told operator +(Told one, Told other) => new()
    {
        Prompt = one.Prompt + other.Prompt,
        Cached = one.Cached + other.Cached,
        Completion = one.Completion + other.Completion,
        Reasoning = one.Reasoning + other.Reasoning,
        Cost = one.Cost + other.Cost,
    };

    /// <summary>How many tokens of any kind the two differ by.</summary>
    public long TokensApart(Told other) => Math.Abs(Prompt - other.Prompt)
        + Math.Abs(Cached - other.Cached)
        + Math.Abs(Completion - other.Completion)
        + Math.Abs(Reasoning - other.Reasoning);
}
