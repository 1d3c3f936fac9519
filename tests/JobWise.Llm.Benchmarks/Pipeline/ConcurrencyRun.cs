using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Text;
using JobWise.Llm.Benchmarks.Wire;

namespace JobWise.Llm.Benchmarks.Pipeline;

/// <summary>10,000 calls at once against a server that takes 200 ms: how much of a bare client's throughput is left with the pipeline around it.</summary>
internal static class ConcurrencyRun
{
    public const string Argument = "--concurrency";

    private const int Calls = 10_000;
    private const int WarmUps = 10;
    private const int Rounds = 15;
    private const double Least = 0.9;

    /// <summary>
    /// Prints two lines; the exit code is 1 where the limit is missed. Runs in a process with the server's garbage collector, as every ASP.NET
    /// application has it: ten thousand calls under way keep so much alive that the workstation's would mostly copy.
    /// </summary>
    public static async Task<int> PrintAsync(TextWriter output)
    {
        if (!GCSettings.IsServerGC)
        {
            return await RunAgainAsync();
        }

        var (server, port) = await SlowServer.StartAsync();
        using (server)
        {
            var isHeld = await CompareAsync(new Uri($"http://127.0.0.1:{port}/v1"), output);
            server.StandardInput.Close();
            await server.WaitForExitAsync();
            return isHeld ? 0 : 1;
        }
    }

    private static async Task<int> RunAgainAsync()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ConcurrencyRun).Assembly.Location, Argument]) { UseShellExecute = false };
        start.Environment["DOTNET_gcServer"] = "1";
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static async Task<bool> CompareAsync(Uri address, TextWriter output)
    {
        // One handler for all, so that all use the same 10,000 connections. The bare client is as it comes, so that its calls end some time too.
        using var handler = new SocketsHttpHandler();
        using var bare = new HttpClient(handler, disposeHandler: false);
        using var http = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        var request = LLMRequest.FromPrompt(Payloads.Prose(1_000));
        var body = Encoding.UTF8.GetBytes($$"""{"model":"{{Payloads.Model}}","messages":[{"role":"user","content":{{Payloads.Quote(request.Prompt!)}}}]}""");
        var provider = Clients.JobWise(http, address);
        var pipeline = new Stack(() => Clients.JobWise(http, address)).Whole;
        List<double> bareTimes = [], providerTimes = [], pipelineTimes = [];
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            // Taken in turn, so that a slow moment of the machine hits all of them.
            bareTimes.Add(await TimeAsync(() => PostAsync(bare, address, body)));
            providerTimes.Add(await TimeAsync(() => provider.GenerateAsync(request)));
            pipelineTimes.Add(await TimeAsync(() => pipeline.GenerateAsync(request)));
        }

        var (bareRate, rate) = (RateOf(bareTimes), RateOf(pipelineTimes));
        var isHeld = rate >= Least * bareRate;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Concurrency, {Calls} calls at once against {SlowServer.Latency.TotalMilliseconds} ms: HttpClient {bareRate:0}/s | provider alone {RateOf(providerTimes):0}/s | pipeline {rate:0}/s"));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"  limits: throughput / HttpClient {rate / bareRate:0.###} >= {Least}: {(isHeld ? "held" : "MISSED")}"));
        return isHeld;
    }

    /// <summary>By the median round; the first ones open the connections and have the code compiled for good.</summary>
    private static double RateOf(List<double> seconds) => Calls / seconds.Skip(WarmUps).Order().ElementAt(Rounds / 2);

    /// <summary>From a collected heap, as BenchmarkDotNet measures: nobody pays for what another has left behind.</summary>
    private static async Task<double> TimeAsync(Func<Task> call)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var startedAt = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => Task.Run(call)));
        return Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
    }

    private static async Task PostAsync(HttpClient http, Uri address, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        using var response = await http.PostAsync(new Uri(address + "/chat/completions"), content);
        _ = await response.Content.ReadAsByteArrayAsync();
    }
}
