namespace JobWise.Llm.Wire;

/// <summary>The members of a batch object as they are read.</summary>
internal sealed class BatchFields
{
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly List<LLMBatchProblem> _problems = [];

    public string? Id { get; set; }

    public string? Status { get; set; }

    public LLMBatchCounts? Counts { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public void AddFile(string holds, string? id)
    {
        if (!string.IsNullOrEmpty(id))
        {
            _files[holds] = id;
        }
    }

    public void Add(LLMBatchProblem? problem)
    {
        if (problem is not null)
        {
            _problems.Add(problem);
        }
    }

    public LLMBatch ToBatch(string provider) => new()
    {
        Id = Id!,
        Provider = provider,
        Status = new LLMBatchStatus(Status!),
        Counts = Counts,
        CreatedAt = CreatedAt,
        ExpiresAt = ExpiresAt,
        EndedAt = EndedAt,
        Problems = _problems,
        FileIds = _files,
    };
}
