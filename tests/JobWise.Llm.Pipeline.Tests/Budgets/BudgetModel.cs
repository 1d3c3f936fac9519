namespace JobWise.Llm.Pipeline.Tests;

/// <summary>What a budget store should hold, in the plainest form: one counter, a list of callers.</summary>
internal sealed class BudgetModel(long limit)
{
    private readonly Dictionary<int, (Guid Id, long Held, int Sends)> _open = [];

    public static BudgetKey Key { get; } = new("b", null, new DateOnly(2026, 11, 1));

    public long Spent { get; private set; }

    public long Reserved => _open.Values.Sum(call => call.Held);

    /// <summary>Makes one step on both, and checks that both allow or refuse it.</summary>
    /// <param name="store">What is tested.</param>
    /// <param name="kind">0 and 1 reserve, 2 tops up, 3 settles, 4 returns.</param>
    /// <param name="who">Which caller.</param>
    /// <param name="tokens">How many.</param>
    public void Play(IBudgetStore store, int kind, int who, int tokens)
    {
        if (kind <= 1)
        {
            Reserve(store, who, tokens);
        }
        else if (_open.TryGetValue(who, out var call))
        {
            End(store, kind, who, tokens, call);
        }
    }

    public void SettleAll(IBudgetStore store)
    {
        foreach (var who in _open.Keys.ToList())
        {
            End(store, 3, who, 7, _open[who]);
        }
    }

    private void Reserve(IBudgetStore store, int who, int tokens)
    {
        if (_open.ContainsKey(who))
        {
            return;
        }

        var id = Guid.NewGuid();
        BudgetClaim[] claims = [new(Key, new LLMBudgetOptions { Name = "b", Tokens = limit })];
        var isAllowed = Spent + Reserved + tokens <= limit;
        Assert.Equal(isAllowed, MemoryBudgetStoreTests.Done(store.ReserveAsync(id, claims, new(0, tokens), CancellationToken.None)) is null);
        if (isAllowed)
        {
            _open[who] = (id, tokens, 1);
        }
    }

    private void End(IBudgetStore store, int kind, int who, int tokens, (Guid Id, long Held, int Sends) call)
    {
        if (kind == 2)
        {
            var isAllowed = Spent + Reserved + tokens <= limit;
            Assert.Equal(isAllowed, store.TopUp(call.Id, call.Sends + 1, new(0, tokens)) is null);
            _open[who] = isAllowed ? (call.Id, call.Held + tokens, call.Sends + 1) : call;
            return;
        }

        var spent = kind == 3 ? Math.Min(tokens, call.Held) : 0;
        _ = kind == 3 ? store.SettleAsync(call.Id, new(0, spent), default).AsTask() : store.ReturnAsync(call.Id).AsTask();
        Spent += spent;
        _open.Remove(who);
    }
}
