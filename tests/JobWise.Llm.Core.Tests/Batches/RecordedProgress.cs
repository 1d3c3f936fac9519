namespace JobWise.Llm.Tests;

/// <summary>Keeps what it is told, at once and on the same thread.</summary>
internal sealed class RecordedProgress : IProgress<LLMBatch>
{
    public List<string> Statuses { get; } = [];

    public void Report(LLMBatch value) => Statuses.Add(value.Status.Value);
}
