namespace JobWise.Llm.Wire;

/// <summary>Collects the warnings of a batch's items; equal ones are kept once, since most items of a batch are alike.</summary>
internal sealed class BatchWarnings
{
    private readonly Dictionary<LLMWarning, LLMWarning> _known = [];
    private readonly List<LLMBatchWarning> _warnings = [];

    public IReadOnlyList<LLMBatchWarning> All => _warnings;

    public void Add(string customId, IReadOnlyList<LLMWarning> warnings)
    {
        foreach (var warning in warnings)
        {
            if (!_known.TryGetValue(warning, out var known))
            {
                _known.Add(warning, known = warning);
            }

            _warnings.Add(new LLMBatchWarning { CustomId = customId, Warning = known });
        }
    }
}
