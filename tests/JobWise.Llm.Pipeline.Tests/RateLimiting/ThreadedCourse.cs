using JobWise.Llm.TestKit;

namespace JobWise.Llm.Pipeline.Tests.RateLimiting;

/// <summary>
/// Calls of many real threads to one limiter, in the order in which they came. Only coming is one after the other, since else nobody could say
/// who was first; grants, settlements and the clock run beside it.
/// </summary>
internal sealed class ThreadedCourse(RateLimiter limiter)
{
    private const int Priorities = 3;

    private readonly Lock _lock = new();
    private readonly List<(int Tokens, int Priority, Task<RateLimitReservation> Call)> _calls = [];

    public int Granted => Count(call => call.IsCompletedSuccessfully);

    public int Refused => Count(call => call.IsFaulted);

    public void Ask(int thread, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            var (tokens, priority) = (10 + ((thread * 7) + (i * 13)) % 90, (thread + i) % Priorities);
            lock (_lock)
            {
                var call = limiter.ReserveAsync(LimiterUnderTest.Ask(tokens, priority), TimeSpan.FromDays(1), default).AsTask();
                _calls.Add((tokens, priority, UseAsync(call, tokens)));
            }
        }
    }

    /// <summary>Moves the clock by a tenth of a second for each call that has come, so that the queue is long whatever the machine does, and then until all are served.</summary>
    public void MoveBeside(Task asking, TwoClockTimeProvider clock)
    {
        for (var moved = 0; !asking.IsCompleted || moved < Count(_ => true);)
        {
            if (moved < Count(_ => true))
            {
                clock.Advance(TimeSpan.FromSeconds(0.1));
                moved++;
            }
            else
            {
                Thread.Yield();
            }
        }

        for (var i = 0; i < 100_000 && Count(call => !call.IsCompleted) > 0; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(0.1));
        }
    }

    /// <summary>When the calls of each priority were granted, in the order in which they came.</summary>
    public IEnumerable<List<long>> GrantTimesByPriority() =>
        _calls.GroupBy(call => call.Priority).Select(calls => calls.Select(call => call.Call.Result.GrantedAt).ToList());

    /// <summary>By how many tokens the worst stretch of time exceeds what the limit grants in it; below zero where none does.</summary>
    public long MostAbove(long limit, TimeSpan window, bool refills)
    {
        var grants = _calls.Select(call => (At: call.Call.Result.GrantedAt, call.Tokens)).OrderBy(grant => grant.At).ToList();
        var most = long.MinValue;
        for (var first = 0; first < grants.Count; first++)
        {
            var sum = 0L;
            for (var last = first; last < grants.Count; last++)
            {
                var time = grants[last].At - grants[first].At;
                sum += grants[last].Tokens;
                most = refills || time < window.Ticks ? Math.Max(most, sum - limit - (refills ? limit * time / window.Ticks : 0)) : most;
            }
        }

        return most;
    }

    private static async Task<RateLimitReservation> UseAsync(Task<RateLimitReservation> call, int tokens)
    {
        var reservation = await call.ConfigureAwait(false);
        reservation.Settle(LimiterUnderTest.Usage(tokens, 0), null);
        return reservation;
    }

    private int Count(Func<Task, bool> isSo)
    {
        lock (_lock)
        {
            return _calls.Count(call => isSo(call.Call));
        }
    }
}
