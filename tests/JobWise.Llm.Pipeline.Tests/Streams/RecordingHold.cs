namespace JobWise.Llm.Pipeline.Tests;

/// <summary>Keeps how often and how it was settled.</summary>
internal sealed class RecordingHold : IStreamHold
{
    private int _settled;

    public int Settled => Volatile.Read(ref _settled);

    public StreamEnd End { get; private set; }

    public int Notes { get; private set; }

    public void Note(LLMRateLimitSnapshot limits) => Notes++;

    public void Settle(StreamEnd end)
    {
        End = end;
        Interlocked.Increment(ref _settled);
    }
}
