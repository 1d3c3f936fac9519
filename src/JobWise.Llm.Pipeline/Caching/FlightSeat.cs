namespace JobWise.Llm.Pipeline;

/// <summary>One caller's place on a flight. It is left once, by its owner or by its owner's token; the last to leave ends the flight.</summary>
internal sealed class FlightSeat(FlightTable table, Flight flight, CachedCall call, bool isLeader)
{
    private int _hasLeft;

    public Flight Flight => flight;

    /// <summary>Whether this caller began the flight, and pays for it.</summary>
    public bool IsLeader => isLeader;

    public Task<FlightEnd> End => isLeader ? flight.LeaderEnd : flight.End;

    /// <summary>For a stream, which its consumer may leave lying: its call's end must free the seat all the same.</summary>
    public CancellationTokenRegistration LeaveWith(CancellationToken cancellationToken) => cancellationToken.UnsafeRegister(
        static seat =>
        {
            ((FlightSeat)seat!).Leave();
            ((FlightSeat)seat).Flight.Wake();
        },
        this);

    /// <summary>Waits for the end of a flight that nobody else is on, so that whatever it holds is settled when the caller goes on.</summary>
    public ValueTask LeaveAsync()
    {
        Leave();
        return flight.Token.IsCancellationRequested ? new ValueTask(End) : ValueTask.CompletedTask;
    }

    private void Leave()
    {
        if (Interlocked.Exchange(ref _hasLeft, 1) == 0 && table.Leave(flight, call))
        {
            flight.Cancel();
        }
    }
}
