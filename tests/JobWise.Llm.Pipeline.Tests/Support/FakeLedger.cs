namespace JobWise.Llm.Pipeline.Tests;

/// <summary>A ledger in memory whose waits the test writes as functions.</summary>
internal sealed class FakeLedger : ILLMUsageLedger
{
    public List<LLMUsageIntent> Intents { get; } = [];

    public List<LLMUsageOutcome> Outcomes { get; } = [];

    public Func<CancellationToken, Task> WaitForIntent { get; set; } = _ => Task.CompletedTask;

    public Func<CancellationToken, Task> WaitForOutcome { get; set; } = _ => Task.CompletedTask;

    public async ValueTask RecordIntentAsync(LLMUsageIntent intent, CancellationToken cancellationToken = default)
    {
        await WaitForIntent(cancellationToken);
        Intents.Add(intent);
    }

    public async ValueTask RecordOutcomeAsync(LLMUsageOutcome outcome, CancellationToken cancellationToken = default)
    {
        Outcomes.Add(outcome);
        await WaitForOutcome(cancellationToken);
    }
}
