namespace JobWise.Llm.Pipeline;

/// <summary>The answers that are being stored while their callers go on. They can be found already, and there is an end to their number.</summary>
internal sealed class SavesUnderWay
{
    /// <summary>Each holds an answer in memory; of more, a cache that slow has no use.</summary>
    public const int Most = 256;

    private readonly Lock _lock = new();
    private readonly Dictionary<LLMCacheKey, LLMResponse> _answers = [];
    private TaskCompletionSource? _idle;
    private int _count;

    public LLMResponse? Find(LLMCacheKey key)
    {
        lock (_lock)
        {
            return _count > 0 ? _answers.GetValueOrDefault(key) : null;
        }
    }

    /// <summary>False where there are too many already, or no more may begin.</summary>
    public bool TryBegin(LLMCacheKey key, LLMResponse response)
    {
        lock (_lock)
        {
            if (_count >= Most || _idle is not null)
            {
                return false;
            }

            _count++;
            _answers[key] = response;
            return true;
        }
    }

    public void End(LLMCacheKey key, LLMResponse response)
    {
        TaskCompletionSource? idle;
        lock (_lock)
        {
            if (_answers.TryGetValue(key, out var present) && ReferenceEquals(present, response))
            {
                _answers.Remove(key);
            }

            idle = --_count == 0 ? _idle : null;
        }

        idle?.TrySetResult();
    }

    /// <summary>Lets no more begin, and ends when none is under way.</summary>
    public Task CloseAsync()
    {
        lock (_lock)
        {
            _idle ??= new TaskCompletionSource();
            if (_count == 0)
            {
                _idle.TrySetResult();
            }

            return _idle.Task;
        }
    }
}
