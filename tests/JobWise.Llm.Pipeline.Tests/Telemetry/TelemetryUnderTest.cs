using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests.Telemetry;

/// <summary>Listens to the spans and metrics of one pipeline only, so that tests that run beside it are not heard.</summary>
internal sealed class TelemetryUnderTest : IDisposable
{
    private readonly ActivityListener _spans;
    private readonly MeterListener _meter;

    public TelemetryUnderTest(PipelineUnderTest pipeline)
    {
        var (instruments, owner) = (pipeline.Services.GetRequiredService<CallInstruments>(), pipeline.Services.GetRequiredService<PipelineMeter>());
        _spans = new ActivityListener
        {
            ShouldListenTo = source => ReferenceEquals(source, instruments.Source),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Spans.Add,
        };
        ActivitySource.AddActivityListener(_spans);
        _meter = new MeterListener { InstrumentPublished = (instrument, self) => Enable(instrument, self, owner) };
        _meter.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured.Add((instrument.Name, value, ToTags(tags))));
        _meter.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured.Add((instrument.Name, value, ToTags(tags))));
        _meter.Start();
    }

    public List<Activity> Spans { get; } = [];

    public List<(string Name, double Value, Dictionary<string, object?> Tags)> Measured { get; } = [];

    public double ValueOf(string name) => Assert.Single(Measured, measured => measured.Name == name).Value;

    public void Dispose()
    {
        _spans.Dispose();
        _meter.Dispose();
    }

    private static void Enable(Instrument instrument, MeterListener self, PipelineMeter owner)
    {
        if (ReferenceEquals(instrument.Meter, owner.Meter))
        {
            self.EnableMeasurementEvents(instrument);
        }
    }

    private static Dictionary<string, object?> ToTags(ReadOnlySpan<KeyValuePair<string, object?>> tags) => tags.ToArray().ToDictionary(StringComparer.Ordinal);
}
