using System.Runtime.InteropServices;

namespace JobWise.Llm.Samples.CommandLine;

/// <summary>Turns Ctrl+C and a polite stop by the system into a cancelled token, so that the program ends by its own rules.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _ctrlC;
    private readonly PosixSignalRegistration _stop;

    public Interrupt()
    {
        _ctrlC = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        _stop = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _ctrlC.Dispose();
        _stop.Dispose();
        _source.Dispose();
    }

    /// <summary>The first signal is taken over; a second one, while the program still winds down, ends it the hard way.</summary>
    private void Cancel(PosixSignalContext signal)
    {
        signal.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
