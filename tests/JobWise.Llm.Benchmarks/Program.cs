using BenchmarkDotNet.Running;
using JobWise.Llm.Benchmarks.Reporting;

// `-- --quick` runs a short form inside this process; any other arguments are BenchmarkDotNet's own, such as `--filter '*'`.
var isQuick = args.Contains("--quick");
var config = isQuick ? BenchmarkConfigs.Quick() : BenchmarkConfigs.Full();
string[] passedOn = [.. args.Where(arg => arg != "--quick")];
var summaries = BenchmarkSwitcher
    .FromAssembly(typeof(BenchmarkConfigs).Assembly)
    .Run(passedOn.Length == 0 ? ["--filter", "*"] : passedOn, config);
return RatioReport.Print(summaries, Console.Out);
