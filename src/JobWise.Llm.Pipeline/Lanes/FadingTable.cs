using System.Collections.Concurrent;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Keeps what is made by name, where callers may make names up. Of too many, those at rest that were used longest ago are let go: they are still
/// found while a call that is under way holds them, and are gone for good when none does.
/// </summary>
/// <param name="most">How many are kept, save those that must stay.</param>
/// <param name="restingSince">When one was used last, in any unit; null where it must stay.</param>
internal sealed class FadingTable<TKey, TValue>(int most, Func<TValue, long?> restingSince)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<TKey, TValue> _kept = new();
    private readonly Dictionary<TKey, WeakReference<TValue>> _fading = [];

    public ICollection<TValue> Values => _kept.Values;

    /// <summary>For nearly every call; takes no lock.</summary>
    public TValue? Find(TKey key) => _kept.GetValueOrDefault(key);

    public TValue GetOrAdd(TKey key, Func<TKey, TValue> make)
    {
        lock (_lock)
        {
            if (_kept.TryGetValue(key, out var known))
            {
                return known;
            }

            if (!_fading.Remove(key, out var faded) || !faded.TryGetTarget(out var value))
            {
                value = make(key);
            }

            if (_kept.Count >= most)
            {
                LetGo_NeedsLock();
            }

            return _kept[key] = value;
        }
    }

    /// <summary>A quarter at once, so that a flood of names does not look at all of them for each.</summary>
    private void LetGo_NeedsLock()
    {
        foreach (var (key, _) in _fading.Where(faded => !faded.Value.TryGetTarget(out _)).ToArray())
        {
            _fading.Remove(key);
        }

        var resting = _kept.Select(kept => (kept.Key, kept.Value, Since: restingSince(kept.Value))).Where(kept => kept.Since is not null);
        foreach (var (key, value, _) in resting.OrderBy(kept => kept.Since).Take(Math.Max(1, most / 4)).ToArray())
        {
            _kept.TryRemove(key, out _);
            _fading[key] = new WeakReference<TValue>(value);
        }
    }
}
