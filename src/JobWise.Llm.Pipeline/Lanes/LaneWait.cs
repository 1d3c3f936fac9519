using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>How long a call would wait for a lane.</summary>
/// <param name="HeldBack">By its circuit; zero where calls are let through.</param>
/// <param name="Queue">At its limits.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LaneWait(TimeSpan HeldBack, TimeSpan Queue)
{
    public TimeSpan Total => Queue > TimeSpan.MaxValue - HeldBack ? TimeSpan.MaxValue : HeldBack + Queue;
}
