namespace JobWise.Llm.Pipeline;

/// <summary>Makes timers that carry nothing of the call that happened to start them.</summary>
internal static class DetachedTimer
{
    public static ITimer Create(TimeProvider timeProvider, TimerCallback callback, object state, TimeSpan dueIn)
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return timeProvider.CreateTimer(callback, state, dueIn, Timeout.InfiniteTimeSpan);
        }

        using (ExecutionContext.SuppressFlow())
        {
            return timeProvider.CreateTimer(callback, state, dueIn, Timeout.InfiniteTimeSpan);
        }
    }
}
