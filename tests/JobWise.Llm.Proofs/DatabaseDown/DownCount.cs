using System.Runtime.InteropServices;

namespace JobWise.Llm.Proofs.DatabaseDown;

/// <summary>The calls, counted against the database.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DownCount
{
    public int Calls { get; private init; }

    public int Failed { get; private init; }

    /// <summary>Answered, but not recorded.</summary>
    public int Lost { get; private init; }

    /// <summary>Recorded more than once.</summary>
    public int Doubled { get; private init; }

    public static DownCount Of(DownCalls calls, IReadOnlyList<Guid> recorded)
    {
        var known = recorded.ToHashSet();
        return new DownCount
        {
            Calls = calls.Answered.Count + calls.Failures.Count,
            Failed = calls.Failures.Count,
            Lost = calls.Answered.Count(call => !known.Contains(call)),
            Doubled = recorded.Count - known.Count,
        };
    }
}
