using System.Runtime.ExceptionServices;

namespace JobWise.Llm.Pipeline.Tests;

/// <summary>
/// Runs a simulation on a thread without a synchronization context: the one of the test framework would send continuations to the thread pool,
/// where they race with the clock. Here they run inside the timer that sets them off.
/// </summary>
internal static class VirtualThread
{
    public static void Run(Action body)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                body();
            }
            catch (Exception exception) // It is thrown again on the thread that asked.
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        })
        { IsBackground = true };
        thread.Start();
        thread.Join();
        failure?.Throw();
    }
}
