using System.Diagnostics.Metrics;

namespace JobWise.Llm.Pipeline;

/// <summary>Owns the meter of everything that the pipeline measures.</summary>
internal sealed class PipelineMeter : IDisposable
{
    public Meter Meter { get; } = new(TelemetryNames.Source);

    public void Dispose() => Meter.Dispose();
}
