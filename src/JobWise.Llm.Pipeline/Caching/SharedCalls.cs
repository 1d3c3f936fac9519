using System.Runtime.CompilerServices;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Makes one call of equal ones. Whoever waits is there with its own token, deadline and wishes; the flight goes on as long as anybody is on it.
/// </summary>
internal sealed class SharedCalls(ILLMService innerService, CurrentSettings settings, CacheRecord record)
{
    private readonly FlightTable _flights = new();

    /// <param name="call">What is asked.</param>
    /// <param name="isFresh">Whether the caller has refused the answer that is in the store.</param>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    public async Task<LLMResponse> GenerateAsync(CachedCall call, bool isFresh, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var seat = Board(call, isFresh, isStream: false);
            try
            {
                var end = await seat.Flight.End.WaitAsync(cancellationToken).ConfigureAwait(false);
                if (TakeAnswer(seat, end, call) is { } answer)
                {
                    return answer;
                }

                isFresh |= end.IsFromStore;
            }
            finally
            {
                await seat.LeaveAsync().ConfigureAwait(false);
            }
        }
    }

    public async IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(
        CachedCall call,
        bool isFresh,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LLMResponse? whole = null;
        while (whole is null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var seat = Board(call, isFresh, isStream: true);
            var registration = seat.LeaveWith(cancellationToken);
            try
            {
                var count = 0;
                while (await seat.Flight.ReadAsync(count, cancellationToken).ConfigureAwait(false) is { } update)
                {
                    count++;
                    yield return seat.IsLeader || update.Response is not { } response ? update : LLMStreamUpdate.ForCompleted(record.Hit(response, call.Request));
                }

                var end = await seat.Flight.End.ConfigureAwait(false);
                if (count > 0)
                {
                    end.Failure?.Throw();
                    yield break;
                }

                whole = TakeAnswer(seat, end, call);
                isFresh |= end.IsFromStore;
            }
            finally
            {
                // Not disposed of: that might wait for the callback, which may be what runs this.
                registration.Unregister();
                await seat.LeaveAsync().ConfigureAwait(false);
            }
        }

        // The flight was not a stream, or the store had the answer.
        foreach (var update in Hit.Replay(whole))
        {
            yield return update;
        }
    }

    /// <summary>The caller's answer; null when it must ask anew, because what ended the flight was not its own affair.</summary>
    private LLMResponse? TakeAnswer(FlightSeat seat, FlightEnd end, CachedCall call)
    {
        if (end.Failure is { } failure)
        {
            if (seat.IsLeader || !LeaderLimits.EndedIt(failure.SourceException, seat.Flight, call.Request, settings.Value.Options))
            {
                failure.Throw();
            }

            return null;
        }

        var response = end.Response!;
        return end.IsFromStore ? (call.Accepts(response) ? record.Hit(response, call.Request) : null)
            : seat.IsLeader ? response
            : record.Hit(response, call.Request);
    }

    private FlightSeat Board(CachedCall call, bool isFresh, bool isStream)
    {
        var seat = _flights.Join(call, isFresh);
        if (seat.IsLeader)
        {
            _ = FlyAsync(seat.Flight, isStream);
        }

        return seat;
    }

    /// <summary>The store is asked once more: an equal flight may have landed since the caller looked.</summary>
    private async Task FlyAsync(Flight flight, bool isStream)
    {
        FlightEnd end;
        try
        {
            end = !flight.IsFresh && await flight.Call.FindAsync(flight.Token).ConfigureAwait(false) is { } kept ? FlightEnd.Found(kept)
                : FlightEnd.Answered(isStream
                    ? await PumpAsync(flight).ConfigureAwait(false)
                    : await SendAsync(flight).ConfigureAwait(false));
        }
        catch (Exception failure) // Nobody awaits a flight itself; whoever is on it gets the failure.
        {
            end = FlightEnd.Failed(failure);
        }

        _flights.Close(flight);
        flight.Complete(end);
    }

    private async Task<LLMResponse> SendAsync(Flight flight)
    {
        var response = await innerService.GenerateAsync(flight.Call.Request, flight.Token).ConfigureAwait(false);
        await flight.Call.SaveAsync(response, flight.Token).ConfigureAwait(false);
        return response;
    }

    /// <summary>Stored before the last update is handed out, since a consumer may leave with it.</summary>
    private async Task<LLMResponse> PumpAsync(Flight flight)
    {
        LLMResponse? whole = null;
        await foreach (var update in innerService.GenerateStreamAsync(flight.Call.Request, flight.Token).ConfigureAwait(false))
        {
            if (update.Response is { } response)
            {
                whole = response;
                await flight.Call.SaveAsync(response, flight.Token).ConfigureAwait(false);
            }

            flight.Publish(update);
        }

        return whole ?? throw new LLMStreamInterruptedException(
            "The stream ended without its last update, so its answer is incomplete. Ask again.", new LLMErrorDetails { Model = flight.Call.Request.Model });
    }
}
