namespace JobWise.Llm.Pipeline;

/// <summary>Counts in this process, under one lock, so that all budgets of a call are checked and reserved in one step.</summary>
internal sealed class MemoryBudgetStore(TimeProvider timeProvider) : IBudgetStore
{
    private readonly Lock _lock = new();
    private readonly BudgetCounters _counters = new(timeProvider);
    private readonly Dictionary<Guid, BudgetReservation> _reservations = [];

    public int Count => _counters.Count;

    public ValueTask<BudgetRefusal?> ReserveAsync(
        Guid reservation, IReadOnlyList<BudgetClaim> claims, BudgetAmount amount, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_reservations.ContainsKey(reservation))
            {
                return default;
            }

            var counters = new BudgetCounter[claims.Count];
            for (var i = 0; i < counters.Length; i++)
            {
                counters[i] = _counters.Touch(claims[i].Key);
            }

            var held = new BudgetReservation(claims, counters, default);
            var refusal = Add_NeedsLock(held, amount);
            if (refusal is null)
            {
                _reservations.Add(reservation, held);
            }

            return ValueTask.FromResult(refusal);
        }
    }

    public BudgetRefusal? TopUp(Guid reservation, int send, BudgetAmount amount)
    {
        lock (_lock)
        {
            if (!_reservations.TryGetValue(reservation, out var held) || held.LastSend >= send)
            {
                return null;
            }

            var refusal = Add_NeedsLock(held, amount);
            held.LastSend = refusal is null ? send : held.LastSend;
            return refusal;
        }
    }

    public ValueTask<IReadOnlyList<BudgetClaim>> SettleAsync(Guid reservation, BudgetAmount spent, BudgetAmount estimated)
    {
        lock (_lock)
        {
            var passed = Release_NeedsLock(reservation) is { } held ? Spend_NeedsLock(held, spent, estimated) : null;
            return ValueTask.FromResult<IReadOnlyList<BudgetClaim>>(passed ?? []);
        }
    }

    public ValueTask ReturnAsync(Guid reservation)
    {
        lock (_lock)
        {
            Release_NeedsLock(reservation);
            return ValueTask.CompletedTask;
        }
    }

    public ValueTask<BudgetFigures> ReadAsync(BudgetKey key, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_counters.Read(key));
        }
    }

    private static BudgetRefusal? Add_NeedsLock(BudgetReservation held, BudgetAmount amount)
    {
        for (var i = 0; i < held.Counters.Length; i++)
        {
            var counter = held.Counters[i];
            if (held.Claims[i].IsHard && !held.Claims[i].Holds(counter.Spent + counter.Reserved + amount, out var isInUsd))
            {
                return new BudgetRefusal(held.Claims[i], counter.Figures, isInUsd);
            }
        }

        foreach (var counter in held.Counters)
        {
            counter.Reserved += amount;
        }

        held.Amount += amount;
        return null;
    }

    private static List<BudgetClaim>? Spend_NeedsLock(BudgetReservation held, BudgetAmount spent, BudgetAmount estimated)
    {
        List<BudgetClaim>? passed = null;
        for (var i = 0; i < held.Counters.Length; i++)
        {
            var counter = held.Counters[i];
            counter.Spent += spent;
            counter.Estimated += estimated;
            if (!counter.HasPassed && !held.Claims[i].Holds(counter.Spent, out _))
            {
                counter.HasPassed = true;
                (passed ??= []).Add(held.Claims[i]);
            }
        }

        return passed;
    }

    private BudgetReservation? Release_NeedsLock(Guid reservation)
    {
        if (!_reservations.Remove(reservation, out var held))
        {
            return null;
        }

        foreach (var counter in held.Counters)
        {
            counter.Reserved -= held.Amount;
            counter.TouchedAt = timeProvider.GetTimestamp();
        }

        return held;
    }
}
