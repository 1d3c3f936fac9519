using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>The waits that one attempt may take.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AttemptLimits
{
    public TimeSpan FirstContent { get; private init; }

    public TimeSpan Idle { get; private init; }

    /// <summary>All waits together; null is no limit.</summary>
    public TimeSpan? InAll { get; private init; }

    public static AttemptLimits Of(PipelineSettings settings, string instance) => new()
    {
        FirstContent = settings.FirstContentTimeout(instance),
        Idle = settings.IdleTimeout(instance),
        InAll = settings.AttemptTimeout(instance),
    };
}
