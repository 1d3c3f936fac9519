namespace JobWise.Llm.Pipeline;

/// <summary>The flights that can be joined, and who is on them.</summary>
internal sealed class FlightTable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<LLMCacheKey, Flight> _flights = [];

    /// <summary>A seat on the flight for the key; on a new one, which the caller must start, when there is none that will do.</summary>
    public FlightSeat Join(CachedCall call, bool isFresh)
    {
        lock (_lock)
        {
            var isNew = !_flights.TryGetValue(call.Key, out var flight) || (isFresh && !flight.IsFresh);
            if (isNew)
            {
                _flights[call.Key] = flight = new Flight(call, isFresh);
            }
            else
            {
                flight!.Crew.Add(call);
            }

            return new FlightSeat(this, flight!, call, isNew);
        }
    }

    /// <summary>Nobody can join any more; those on the flight stay.</summary>
    public void Close(Flight flight)
    {
        lock (_lock)
        {
            Close_NeedsLock(flight);
        }
    }

    /// <summary>Takes one caller off; true when it was the last on a flight that is not over.</summary>
    public bool Leave(Flight flight, CachedCall call)
    {
        lock (_lock)
        {
            if (!flight.Crew.Remove(call) || flight.End.IsCompleted)
            {
                return false;
            }

            Close_NeedsLock(flight);
            return true;
        }
    }

    private void Close_NeedsLock(Flight flight)
    {
        if (_flights.TryGetValue(flight.Call.Key, out var present) && ReferenceEquals(present, flight))
        {
            _flights.Remove(flight.Call.Key);
        }
    }
}
