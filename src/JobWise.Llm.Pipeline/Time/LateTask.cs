namespace JobWise.Llm.Pipeline;

/// <summary>Work that was left behind because it did not heed its token.</summary>
internal static class LateTask
{
    /// <summary>A failure that comes after the wait for it has ended must not surface as an unobserved exception.</summary>
    public static void Observe(Task? dropped) => _ = dropped?.ContinueWith(
        static task => _ = task.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
