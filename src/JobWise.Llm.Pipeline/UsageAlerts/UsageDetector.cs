using System.Collections.Concurrent;

namespace JobWise.Llm.Pipeline;

/// <summary>Tells who uses far more than they mostly do. It knows nothing of clocks and listeners: hours are numbers, and what is unusual is returned.</summary>
internal sealed class UsageDetector(LLMUsageAlertOptions options)
{
    private const long Week = 7 * 24;

    private readonly ConcurrentDictionary<UsageKey, UsageTrack> _tracks = new();
    private long _sweptAt = -1;

    public int Followed => _tracks.Count;

    /// <summary>Adds a use.</summary>
    /// <param name="key">Whose.</param>
    /// <param name="hour">Counted from any start.</param>
    /// <param name="amount">How much.</param>
    /// <returns>The hour so far and the usual one, the first time in the hour that it is unusual; else null.</returns>
    public (UsageAmount Now, UsageAmount Usual)? Observe(UsageKey key, long hour, UsageAmount amount)
    {
        if (!_tracks.TryGetValue(key, out var track))
        {
            if (_tracks.Count >= options.MostFollowed && !MakeRoom(hour))
            {
                return null;
            }

            track = _tracks.GetOrAdd(key, static (_, first) => new UsageTrack(first), hour);
        }

        return track.Add(hour, amount, options);
    }

    /// <summary>Looks through all of them once an hour at most, so that a flood of new names costs little.</summary>
    private bool MakeRoom(long hour)
    {
        if (Interlocked.Exchange(ref _sweptAt, hour) == hour)
        {
            return false;
        }

        foreach (var (key, track) in _tracks)
        {
            if (track.Hour < hour - Week)
            {
                _tracks.TryRemove(key, out _);
            }
        }

        return _tracks.Count < options.MostFollowed;
    }
}
