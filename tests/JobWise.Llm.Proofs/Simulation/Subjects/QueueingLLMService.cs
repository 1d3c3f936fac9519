using JobWise.Llm.Proofs.Simulation.Calls;
using JobWise.Llm.Proofs.Simulation.Provider;
using JobWise.Llm.Proofs.Simulation.Time;

namespace JobWise.Llm.Proofs.Simulation.Subjects;

/// <summary>
/// Lets calls through in order, a higher priority first, each at the very instant at which a meter has room for it. Over the provider's own
/// meter this is the oracle: nobody can send more without being refused.
/// </summary>
/// <param name="innerService">The provider.</param>
/// <param name="meter">What decides; the provider's own, or a copy.</param>
/// <param name="isCopy">Whether this counts in the meter itself, because the provider does not.</param>
/// <param name="log">Tells the true size of a call.</param>
/// <param name="clock">The time of the simulation.</param>
internal sealed class QueueingLLMService(ILLMService innerService, Meter meter, bool isCopy, SimulationLog log, SimulatedClock clock)
    : DelegatingLLMService(innerService)
{
    private readonly PriorityQueue<(Action Send, int Tokens), (int Priority, long Order)> _waiting = new();
    private ITimer? _timer;
    private long _order;
    private bool _isLetting;

    public override async Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        var sent = new TaskCompletionSource<Task<LLMResponse>>();
        var tokens = log.CallOf(request).Plan.TokensUpFront;
        _waiting.Enqueue((() => sent.SetResult(InnerService.GenerateAsync(request, cancellationToken)), tokens), (-request.Call.Priority, _order++));
        LetThrough();
        var answer = await sent.Task;
        try
        {
            return await answer;
        }
        finally
        {
            LetThrough();
        }
    }

    private void LetThrough()
    {
        if (_isLetting)
        {
            return;
        }

        _isLetting = true;
        while (_waiting.TryPeek(out var next, out _) && meter.WaitFor(next.Tokens, clock.Elapsed) == TimeSpan.Zero)
        {
            _waiting.Dequeue();
            if (isCopy)
            {
                meter.Admit(next.Tokens, clock.Elapsed);
            }

            next.Send();
        }

        _isLetting = false;
        WakeForNext();
    }

    private void WakeForNext()
    {
        _timer?.Dispose();
        _timer = _waiting.TryPeek(out var next, out _)
            ? clock.CreateTimer(_ => LetThrough(), null, meter.WaitFor(next.Tokens, clock.Elapsed), Timeout.InfiniteTimeSpan)
            : null;
    }
}
