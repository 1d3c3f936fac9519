namespace JobWise.Llm.Proofs.LedgerTruth;

/// <summary>What the accounts of a subject say.</summary>
internal sealed record Accounts
{
    /// <summary>Attempts, one by one.</summary>
    public required int Rows { get; init; }

    /// <summary>Of them, those without an end.</summary>
    public int OpenRows { get; init; }

    /// <summary>Read from the rows.</summary>
    public required IReadOnlyDictionary<string, Told> ByUser { get; init; }

    /// <summary>Tokens of all kinds that the reports count, by user; must be the same.</summary>
    public IReadOnlyDictionary<string, long>? Reported { get; init; }
}
