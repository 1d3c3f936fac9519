using BenchmarkDotNet.Running;
using JobWise.Llm.Benchmarks.Pipeline;
using JobWise.Llm.Benchmarks.Reporting;

// `-- --quick` runs a short form inside this process, `-- --concurrency` the one run that BenchmarkDotNet cannot make; any other arguments are
// its own, such as `--filter '*'`.
switch (args)
{
    case [SlowServer.Argument]:
        return await SlowServer.ServeAsync();
    case [ConcurrencyRun.Argument]:
        return await ConcurrencyRun.PrintAsync(Console.Out);
}

await LayerChecks.RunAsync();
var isQuick = args.Contains("--quick");
var config = isQuick ? BenchmarkConfigs.Quick() : BenchmarkConfigs.Full();
string[] passedOn = [.. args.Where(arg => arg != "--quick")];
var summaries = BenchmarkSwitcher
    .FromAssembly(typeof(BenchmarkConfigs).Assembly)
    .Run(passedOn.Length == 0 ? ["--filter", "*"] : passedOn, config);
return RatioReport.Print(summaries, Console.Out);
