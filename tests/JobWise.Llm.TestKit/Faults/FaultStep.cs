namespace JobWise.Llm.TestKit;

/// <summary>One thing that a <see cref="FaultServer"/> does on a connection.</summary>
public sealed class FaultStep
{
    private readonly Func<FaultConnection, CancellationToken, Task> _play;

    private FaultStep(Func<FaultConnection, CancellationToken, Task> play) => _play = play;

    /// <summary>Sends nothing more and waits until the client hangs up.</summary>
    public static FaultStep Stall { get; } = new((connection, cancellationToken) => connection.WaitForHangUpAsync(cancellationToken));

    /// <summary>Closes with RST: whatever is still on its way is lost.</summary>
    public static FaultStep Reset { get; } = new((connection, _) =>
    {
        connection.Reset();
        return Task.CompletedTask;
    });

    /// <summary>Closes with FIN, after all that was sent.</summary>
    public static FaultStep Close { get; } = new((connection, _) =>
    {
        connection.Close();
        return Task.CompletedTask;
    });

    /// <summary>Sends the bytes at once.</summary>
    public static FaultStep Send(ReadOnlyMemory<byte> bytes) => new((connection, cancellationToken) => connection.SendAsync(bytes, cancellationToken));

    /// <summary>Sends the bytes in pieces of a size, each by itself, with a pause between them.</summary>
    public static FaultStep Drip(ReadOnlyMemory<byte> bytes, int size, TimeSpan pause) => new(async (connection, cancellationToken) =>
    {
        for (var at = 0; at < bytes.Length; at += size)
        {
            await connection.SendAsync(bytes.Slice(at, Math.Min(size, bytes.Length - at)), cancellationToken);
            await PauseAsync(pause, connection.Time, cancellationToken);
        }
    });

    /// <summary>Sends the same bytes over and over, without holding more than one block.</summary>
    public static FaultStep Repeat(ReadOnlyMemory<byte> block, long times, TimeSpan pause = default) => new(async (connection, cancellationToken) =>
    {
        for (var time = 0L; time < times; time++)
        {
            await connection.SendAsync(block, cancellationToken);
            await PauseAsync(pause, connection.Time, cancellationToken);
        }
    });

    /// <summary>Waits.</summary>
    public static FaultStep Wait(TimeSpan time) => new((connection, cancellationToken) => Task.Delay(time, connection.Time, cancellationToken));

    internal Task PlayAsync(FaultConnection connection, CancellationToken cancellationToken) => _play(connection, cancellationToken);

    // Without a pause each piece is still a segment of its own: Nagle's algorithm is off. The yield lets the client read in between.
    private static async Task PauseAsync(TimeSpan pause, TimeProvider time, CancellationToken cancellationToken)
    {
        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, time, cancellationToken);
        }
        else
        {
            await Task.Yield();
        }
    }
}
