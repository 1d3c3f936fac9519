using System.Globalization;
using BenchmarkDotNet.Reports;
using JobWise.Llm.Benchmarks.Pipeline;

namespace JobWise.Llm.Benchmarks.Reporting;

/// <summary>Prints one row per layer of the pipeline with what it adds, and what a cache hit costs over the hash of its request.</summary>
internal static class LayerReport
{
    private const double MostMicroseconds = 3;
    private const double MostBytes = 2048;
    private const double MostMicrosecondsOfHit = 2;

    /// <summary>Whether a report is printed here and not beside a floor.</summary>
    public static bool Covers(BenchmarkReport report) =>
        report.BenchmarkCase.Descriptor.Type == typeof(PipelineLayersBenchmarks) || report.BenchmarkCase.Descriptor.Type == typeof(CacheHitBenchmarks);

    /// <summary>False where something did not run or missed its limit.</summary>
    public static bool Print(IReadOnlyList<BenchmarkReport> reports, TextWriter output)
    {
        var isHeld = reports.All(report => report.ResultStatistics is not null);
        foreach (var group in reports.Where(report => report.ResultStatistics is not null).GroupBy(KeyOf))
        {
            var costs = group.ToDictionary(NameOf, CostOf);
            isHeld &= group.Key.Type == typeof(CacheHitBenchmarks)
                ? PrintHit(group.Key.Characters, costs, output)
                : PrintLayers(group.Key.Characters, costs, output);
        }

        return isHeld;
    }

    private static bool PrintLayers(int characters, Dictionary<string, Cost> costs, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Pipeline, {characters} characters:"));
        var before = costs[nameof(PipelineLayersBenchmarks.Provider)];
        foreach (var (name, cost) in costs)
        {
            var isLayer = name.StartsWith("Plus", StringComparison.Ordinal) || name == nameof(PipelineLayersBenchmarks.WholePipeline);
            var added = isLayer ? string.Create(CultureInfo.InvariantCulture, $", adds {(cost.Time - before.Time) / 1000:0.00} us and {cost.Bytes - before.Bytes:0} bytes") : "";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: {cost.Time / 1000:0.00} us, {cost.Bytes:0} bytes{added}"));
            before = isLayer ? cost : before;
        }

        var (bare, whole) = (costs[nameof(PipelineLayersBenchmarks.Provider)], costs[nameof(PipelineLayersBenchmarks.WholePipeline)]);
        return characters != 1_000 || Judge(
            output,
            ("time added, us", (whole.Time - bare.Time) / 1000, MostMicroseconds),
            ("bytes added", whole.Bytes - bare.Bytes, MostBytes));
    }

    private static bool PrintHit(int characters, Dictionary<string, Cost> costs, TextWriter output)
    {
        var (hash, hit) = (costs[nameof(CacheHitBenchmarks.Hash)], costs[nameof(CacheHitBenchmarks.Hit)]);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"CacheHit, {characters} characters: hash {hash.Time / 1000:0.00} us, {hash.Bytes:0} bytes | hit {hit.Time / 1000:0.00} us, {hit.Bytes:0} bytes"));
        return characters != 1_000 || Judge(output, ("time over the hash, us", (hit.Time - hash.Time) / 1000, MostMicrosecondsOfHit));
    }

    private static bool Judge(TextWriter output, params ReadOnlySpan<(string What, double Value, double Limit)> limits)
    {
        List<string> texts = [];
        var isHeld = true;
        foreach (var (what, value, limit) in limits)
        {
            isHeld &= value <= limit;
            texts.Add(string.Create(CultureInfo.InvariantCulture, $"{what} {value:0.##} <= {limit:0.##}: {(value <= limit ? "held" : "MISSED")}"));
        }

        output.WriteLine($"  limits: {string.Join(" | ", texts)}");
        return isHeld;
    }

    private static (Type Type, int Characters) KeyOf(BenchmarkReport report) =>
        (report.BenchmarkCase.Descriptor.Type, (int)report.BenchmarkCase.Parameters["Characters"]);

    private static string NameOf(BenchmarkReport report) => report.BenchmarkCase.Descriptor.WorkloadMethod.Name;

    private static Cost CostOf(BenchmarkReport report) =>
        new(report.ResultStatistics!.Median, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
}
