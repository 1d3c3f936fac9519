namespace JobWise.Llm.Pipeline;

/// <summary>Sources of cancellation that end with another's token and on the clock of the pipeline.</summary>
internal static class CancellationSources
{
    /// <summary>One to be armed by <see cref="CancellationTokenSource.CancelAfter(TimeSpan)"/>. Only another clock than the system's needs a timer from the start, which is two thirds of its size.</summary>
    public static CancellationTokenSource Create(TimeProvider timeProvider) =>
        timeProvider == TimeProvider.System ? new() : new(Timeout.InfiniteTimeSpan, timeProvider);

    /// <summary>Cancels the source with the token. A linked source would be larger, and has no clock.</summary>
    /// <returns>To be disposed of before the source is.</returns>
    public static CancellationTokenRegistration EndWith(this CancellationTokenSource source, CancellationToken outer) =>
        outer.UnsafeRegister(static ended => ((CancellationTokenSource)ended!).Cancel(), source);
}
