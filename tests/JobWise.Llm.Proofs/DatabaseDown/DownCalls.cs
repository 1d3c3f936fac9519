using System.Collections.Concurrent;

namespace JobWise.Llm.Proofs.DatabaseDown;

/// <summary>Makes calls at a steady rate, whatever becomes of them, on the real clock: the database's outage is real too.</summary>
internal sealed class DownCalls(ILLMService service)
{
    public const int PerSecond = 50;

    private readonly ConcurrentQueue<Guid> _answered = new();
    private readonly ConcurrentQueue<TimeSpan> _times = new();
    private readonly ConcurrentQueue<string> _failures = new();

    /// <summary>The ids of the calls whose answer reached the caller.</summary>
    public IReadOnlyCollection<Guid> Answered => _answered;

    public IReadOnlyCollection<string> Failures => _failures;

    public TimeSpan Longest => _times.Max();

    public TimeSpan Median => _times.Order().ElementAt(_times.Count / 2);

    public async Task RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        List<Task> calls = [];
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        for (var left = (int)(duration.TotalSeconds * PerSecond); left > 0 && await ticks.WaitForNextTickAsync(cancellationToken); left--)
        {
            calls.Add(CallAsync(cancellationToken));
        }

        await Task.WhenAll(calls);
    }

    private async Task CallAsync(CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        try
        {
            var response = await service.GenerateAsync(LLMRequest.FromPrompt("Go on."), cancellationToken);
            _answered.Enqueue(response.Route!.CallId);
        }
        catch (LLMServiceException error)
        {
            _failures.Enqueue(error.GetType().Name);
        }

        _times.Enqueue(TimeProvider.System.GetElapsedTime(start));
    }
}
