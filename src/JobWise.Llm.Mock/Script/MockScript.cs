namespace JobWise.Llm;

/// <summary>
/// The answers of a mock: a queue, rules, and a default. Filled through <see cref="MockScriptExtensions"/>. Safe for concurrent use, also
/// while calls are being answered.
/// </summary>
public sealed class MockScript : IMockScripted
{
    private readonly Lock _lock = new();
    private readonly List<MockRule> _rules = [];
    private readonly List<MockRule> _queued = [];
    private MockReply _default = static (_, _) => ValueTask.FromResult(new MockAnswer());
    private int _nextQueued;

    /// <summary>This script.</summary>
    MockScript IMockScripted.Script => this;

    internal MockReply Default
    {
        get
        {
            lock (_lock)
            {
                return _default;
            }
        }

        set
        {
            lock (_lock)
            {
                _default = value;
            }
        }
    }

    /// <summary>The answers that no call has used, or not as often as scripted.</summary>
    internal IReadOnlyList<string> Unused
    {
        get
        {
            lock (_lock)
            {
                return [.. _queued.Concat(_rules).Where(rule => !rule.IsUsedUp).Select(rule => rule.Progress)];
            }
        }
    }

    /// <summary>Removes all answers, queued ones and the default included.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _rules.Clear();
            _queued.Clear();
            _nextQueued = 0;
            _default = static (_, _) => ValueTask.FromResult(new MockAnswer());
        }
    }

    internal void AddRule(string description, Func<LLMRequest, bool> fits, MockReply reply, int? times)
    {
        if (times is { } count)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count, nameof(times));
        }

        lock (_lock)
        {
            _rules.Add(new MockRule(description, fits, reply, times));
        }
    }

    internal void Enqueue(MockReply reply)
    {
        lock (_lock)
        {
            _queued.Add(new MockRule($"queued answer {_queued.Count + 1}", static _ => true, reply, times: 1));
        }
    }

    internal MockReply? Find(LLMRequest request)
    {
        MockRule[] rules;
        lock (_lock)
        {
            if (_nextQueued < _queued.Count && _queued[_nextQueued++] is { } next && next.TryTake())
            {
                return next.Reply;
            }

            rules = [.. _rules];
        }

        // The author's predicates run outside the lock: they may use this mock.
        return Array.Find(rules, rule => rule.Fits(request) && rule.TryTake())?.Reply;
    }

    internal string Describe()
    {
        lock (_lock)
        {
            var rules = _rules.Count == 0 ? "none" : string.Join(", ", _rules.Select(rule => rule.Progress));
            return $"Rules: {rules}; answers left in the queue: {_queued.Count - _nextQueued}.";
        }
    }
}
