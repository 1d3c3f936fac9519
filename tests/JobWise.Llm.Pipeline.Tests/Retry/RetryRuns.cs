using FsCheck.Fluent;

namespace JobWise.Llm.Pipeline.Tests.Retry;

/// <summary>A thousand random calls, played once for all rules.</summary>
public sealed class RetryRuns
{
    private const int Count = 1_000;
    private readonly List<(RetryCase Case, RetryRun Run)> _runs = [];

    public RetryRuns() => VirtualThread.Run(() =>
    {
        foreach (var test in RetryCase.Any.Sample(Count, Count))
        {
            using var run = RetryRun.Play(test);
            _runs.Add((test, run));
        }
    });

    internal IEnumerable<(RetryCase Case, RetryRun Run)> All => _runs;

    /// <summary>Checks each run; a failure says how that run went.</summary>
    internal void Check(Action<RetryCase, RetryRun> holds)
    {
        foreach (var (test, run) in _runs)
        {
            try
            {
                holds(test, run);
            }
            catch (Xunit.Sdk.XunitException error)
            {
                throw new InvalidOperationException($"{test}: {string.Join("; ", run.Sends)}; ended at {run.EndedAt} with {run.Error?.GetType().Name}. {error.Message}", error);
            }
        }
    }
}
