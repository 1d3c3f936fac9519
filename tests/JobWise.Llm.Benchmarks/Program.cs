using BenchmarkDotNet.Running;
using JobWise.Llm.Benchmarks.Pipeline;
using JobWise.Llm.Benchmarks.Reporting;

// `-- --quick` runs a short form inside this process, `-- --concurrency` the one run that is no benchmark of BenchmarkDotNet's; any other
// arguments are its own, such as `--filter '*'`.
if (args.Contains("--concurrency"))
{
    return await ConcurrencyRun.PrintAsync(Console.Out) ? 0 : 1;
}

await LayerChecks.RunAsync();
var isQuick = args.Contains("--quick");
var config = isQuick ? BenchmarkConfigs.Quick() : BenchmarkConfigs.Full();
string[] passedOn = [.. args.Where(arg => arg != "--quick")];
var summaries = BenchmarkSwitcher
    .FromAssembly(typeof(BenchmarkConfigs).Assembly)
    .Run(passedOn.Length == 0 ? ["--filter", "*"] : passedOn, config);
return RatioReport.Print(summaries, Console.Out);
