using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>The lane to try next.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RoutedLane
{
    /// <summary>The lane; null only where every lane of the plan was tried.</summary>
    public Lane? Lane { get; init; }

    /// <summary>How long its circuit holds it back: the call must wait as long before it may send anything.</summary>
    public TimeSpan HeldBackFor { get; init; }

    /// <summary>How many lanes of the plan are left after it; each must keep a send.</summary>
    public int LanesAfter { get; init; }

    /// <summary>Whether one of these could take the call at once.</summary>
    public bool HasAlternative { get; init; }
}
