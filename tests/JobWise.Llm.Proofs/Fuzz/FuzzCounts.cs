namespace JobWise.Llm.Proofs.Fuzz;

/// <summary>What the mutants of one worker, and then of one target, came to.</summary>
internal sealed class FuzzCounts
{
    private readonly List<(long Mutant, string Text)> _findings = [];

    public int Tried { get; private set; }

    public int Answers { get; private set; }

    public int InPieces { get; private set; }

    public int Bad => _findings.Count;

    public IEnumerable<string> Findings => _findings.OrderBy(finding => finding.Mutant).Select(finding => $"mutant {finding.Mutant}: {finding.Text}");

    public void Note(long mutant, Outcome outcome)
    {
        Tried++;
        Answers += outcome.IsAnswer ? 1 : 0;
        Add(mutant, outcome.Bad);
    }

    /// <summary>The same bytes in pieces must end alike.</summary>
    public void NotePieces(long mutant, Outcome whole, Outcome pieces)
    {
        InPieces++;
        Add(mutant, whole.Print == pieces.Print ? null : "in pieces it ends otherwise than whole");
    }

    public void Add(FuzzCounts other)
    {
        Tried += other.Tried;
        Answers += other.Answers;
        InPieces += other.InPieces;
        _findings.AddRange(other._findings);
    }

    private void Add(long mutant, string? bad)
    {
        if (bad is not null)
        {
            _findings.Add((mutant, bad));
        }
    }
}
