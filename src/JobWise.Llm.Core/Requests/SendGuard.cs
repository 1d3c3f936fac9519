namespace JobWise.Llm;

/// <summary>Ends a guard of <see cref="LLMCallScope.GuardSends"/>, once.</summary>
internal sealed class SendGuard(LLMCallScope scope, Action<int> guard) : IDisposable
{
    private int _isDisposed;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            scope.Unguard(guard);
        }
    }
}
