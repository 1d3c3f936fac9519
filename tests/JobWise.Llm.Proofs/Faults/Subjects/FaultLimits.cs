namespace JobWise.Llm.Proofs.Faults.Subjects;

/// <summary>The times that every client is given. The attempts are short, so that a stalled one is seen before the whole call runs out.</summary>
internal static class FaultLimits
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    public static readonly TimeSpan Attempt = TimeSpan.FromMilliseconds(700);

    public static readonly TimeSpan Connect = TimeSpan.FromMilliseconds(500);

    /// <summary>After the deadline; whoever is still running then is cut off and counts as hanging.</summary>
    public static readonly TimeSpan HardStop = TimeSpan.FromSeconds(4.5);
}
