using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Proofs.Ledger.Children;

/// <summary>
/// The child's side of <see cref="LedgerChild"/>: writes attempts until it is killed, and says of each record that it was acknowledged, after it was.
/// </summary>
internal static class LedgerChildProgram
{
    public const string Argument = "--ledger-child";
    public const string Product = "product";
    public const string Buffered = "buffered";
    public const string Intent = "I";
    public const string Outcome = "O";

    /// <summary>How many attempts are under way at once.</summary>
    public const int Workers = 8;

    public static async Task<int> RunAsync(string store, string connectionString, string spool, string writer)
    {
        await using var services = LedgerPrograms.Build(store, connectionString, spool);
        var ledger = services.GetRequiredService<ILLMUsageLedger>();
        var written = writer == Buffered ? new BufferedLedger(ledger) : ledger;
        using var turn = new SemaphoreSlim(1);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(() => WorkAsync(written, turn))));
        return 0;
    }

    /// <summary>What a call takes at the least. Without it the spool would get more while a server is down than any program has calls.</summary>
    private static readonly TimeSpan Call = TimeSpan.FromMilliseconds(5);

    private static async Task WorkAsync(ILLMUsageLedger ledger, SemaphoreSlim turn)
    {
        while (true)
        {
            var intent = MakeIntent();
            await ledger.RecordIntentAsync(intent);
            await SayAsync(turn, $"{Intent} {intent.AttemptId}");
            await Task.Delay(Call);
            var tokens = Random.Shared.Next(1, 10_000);
            var outcome = MakeOutcome(intent, tokens);
            await ledger.RecordOutcomeAsync(outcome);
            await SayAsync(turn, string.Create(CultureInfo.InvariantCulture, $"{Outcome} {intent.AttemptId} {tokens}"));
            if (Random.Shared.Next(10) == 0)
            {
                await ledger.RecordOutcomeAsync(outcome);
            }
        }
    }

    private static async Task SayAsync(SemaphoreSlim turn, string line)
    {
        await turn.WaitAsync();
        try
        {
            await Console.Out.WriteLineAsync(line);
            await Console.Out.FlushAsync();
        }
        finally
        {
            turn.Release();
        }
    }

    private static LLMUsageIntent MakeIntent()
    {
        var now = TimeProvider.System.GetUtcNow();
        return new LLMUsageIntent
        {
            AttemptId = Guid.CreateVersion7(now),
            CallId = Guid.CreateVersion7(now),
            Attempt = 1,
            UserId = $"user {Random.Shared.Next(50)}",
            Workflow = LLMWorkflows.CoverLetterGeneration,
            Tags = new Dictionary<string, string> { ["team"] = $"team {Random.Shared.Next(5)}" },
            Instance = "groq",
            Vendor = "groq",
            Model = "openai/gpt-oss-20b",
            ReservedUsd = 0.01m,
            StartedAt = now,
        };
    }

    private static LLMUsageOutcome MakeOutcome(LLMUsageIntent intent, int tokens) => new()
    {
        Intent = intent,
        Status = LLMUsageStatus.Succeeded,
        Model = intent.Model,
        Usage = new LLMUsage { PromptTokens = tokens, CompletionTokens = 0, TotalTokens = tokens },
        Cost = new LLMCost { Usd = tokens * 0.000_000_075m },
        Duration = TimeSpan.FromMilliseconds(Random.Shared.Next(50, 5_000)),
    };
}
