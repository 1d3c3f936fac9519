using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace JobWise.Llm.Benchmarks.Reporting;

/// <summary>How the benchmarks run: always all of one class in one run, so that ratios compare like with like on a noisy machine.</summary>
internal static class BenchmarkConfigs
{
    public static IConfig Quick() => Base().AddJob(
        Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(4).WithIterationCount(8).WithLaunchCount(1));

    public static IConfig Full() => Base().AddJob(Job.Default);

    private static ManualConfig Base() => ManualConfig
        .Create(DefaultConfig.Instance)
        .AddDiagnoser(MemoryDiagnoser.Default);
}
