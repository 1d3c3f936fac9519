using System.Diagnostics.Metrics;

namespace JobWise.Llm.Pipeline;

/// <summary>Owns the meter of everything that the pipeline measures.</summary>
internal sealed class PipelineMeter : IDisposable
{
    public Meter Meter { get; } = new("JobWise.Llm");

    public void Dispose() => Meter.Dispose();
}
