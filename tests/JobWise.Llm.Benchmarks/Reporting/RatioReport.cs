using System.Globalization;
using BenchmarkDotNet.Reports;

namespace JobWise.Llm.Benchmarks.Reporting;

/// <summary>Prints two lines per item, for quoting: the medians beside the floor's, and the limits with what was measured.</summary>
internal static class RatioReport
{
    private const string Floor = "Floor";
    private const string Ours = "JobWise";

    /// <summary>Returns the process's exit code: 1 when a benchmark did not run, has no floor to stand beside, or missed a limit.</summary>
    public static int Print(IEnumerable<Summary> summaries, TextWriter output)
    {
        var isComplete = true;
        var all = summaries.SelectMany(summary => summary.Reports).ToList();
        var reports = all.Where(report => !LayerReport.Covers(report)).ToList();
        foreach (var item in reports.GroupBy(report => report.BenchmarkCase.Descriptor.Type.Name))
        {
            var floor = item.FirstOrDefault(report => NameOf(report) == Floor && report.ResultStatistics is not null);
            isComplete &= floor is not null && item.All(report => report.ResultStatistics is not null);
            if (floor is not null)
            {
                output.WriteLine(Line(item.Key, floor, item));
                isComplete &= PrintLimits(NameOf(item.Key), item.ToList(), output);
            }
        }

        isComplete &= LayerReport.Print([.. all.Where(LayerReport.Covers)], output);
        return isComplete && all.Count > 0 ? 0 : 1;
    }

    private static bool PrintLimits(string item, List<BenchmarkReport> reports, TextWriter output)
    {
        if (CostLimit.All.FirstOrDefault(limit => limit.Item == item) is not { } limit || !reports.TrueForAll(report => report.ResultStatistics is not null))
        {
            return false;
        }

        var judged = limit.Judge(CostOf(reports, Ours), CostOf(reports, Floor), CostOf(reports, limit.Peer)).ToList();
        output.WriteLine($"  limits: {string.Join(" | ", judged.Select(each => each.Text))}");
        return judged.TrueForAll(each => each.IsHeld);
    }

    private static Cost CostOf(List<BenchmarkReport> reports, string name)
    {
        var report = reports.Single(report => NameOf(report) == name);
        return new Cost(Time(report), Bytes(report));
    }

    private static string Line(string type, BenchmarkReport floor, IEnumerable<BenchmarkReport> reports)
    {
        var cells = reports.Where(report => report.ResultStatistics is not null).Select(report => string.Create(
            CultureInfo.InvariantCulture,
            $"{NameOf(report)} time={Ratio(Time(report), Time(floor))} ({Time(report) / 1000:0.00} us) bytes={Bytes(report)}"));
        return $"{NameOf(type)}: {string.Join(" | ", cells)}";
    }

    private static string NameOf(string type) => type.Replace("Benchmarks", string.Empty, StringComparison.Ordinal);

    private static string NameOf(BenchmarkReport report) => report.BenchmarkCase.Descriptor.WorkloadMethod.Name;

    private static double Time(BenchmarkReport report) => report.ResultStatistics!.Median;

    private static long Bytes(BenchmarkReport report) => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;

    private static string Ratio(double value, double baseline) => (value / baseline).ToString("0.00", CultureInfo.InvariantCulture);
}
