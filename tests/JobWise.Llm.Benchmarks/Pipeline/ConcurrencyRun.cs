using System.Diagnostics;
using System.Globalization;
using JobWise.Llm.Benchmarks.Wire;

namespace JobWise.Llm.Benchmarks.Pipeline;

/// <summary>10,000 calls at once against a server that takes 200 ms: how much of a bare client's throughput is left with the pipeline around it.</summary>
internal static class ConcurrencyRun
{
    private const int Calls = 10_000;
    private const int Rounds = 7;
    private const double Least = 0.9;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(200);

    /// <summary>Prints two lines; false where the limit is missed.</summary>
    public static async Task<bool> PrintAsync(TextWriter output)
    {
        var request = LLMRequest.FromPrompt(Payloads.Prose(1_000));
        using var bare = new HttpClient(new SlowHandler(LayerPeers.Answer, Latency));
        var provider = Clients.JobWise(new SlowHandler(LayerPeers.Answer, Latency));
        var pipeline = new Stack(() => Clients.JobWise(new SlowHandler(LayerPeers.Answer, Latency))).Whole;
        List<double> bareTimes = [], providerTimes = [], pipelineTimes = [];
        for (var round = 0; round <= Rounds; round++)
        {
            // Taken in turn, so that a slow moment of the machine hits all of them.
            bareTimes.Add(await TimeAsync(() => PostAsync(bare, request.Prompt!)));
            providerTimes.Add(await TimeAsync(() => provider.GenerateAsync(request)));
            pipelineTimes.Add(await TimeAsync(() => pipeline.GenerateAsync(request)));
        }

        var (bareRate, providerRate, rate) = (RateOf(bareTimes), RateOf(providerTimes), RateOf(pipelineTimes));
        var isHeld = rate >= Least * bareRate;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Concurrency, {Calls} calls at once against {Latency.TotalMilliseconds} ms: HttpClient {bareRate:0}/s | provider alone {providerRate:0}/s | pipeline {rate:0}/s"));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"  limits: throughput / HttpClient {rate / bareRate:0.###} >= {Least}: {(isHeld ? "held" : "MISSED")}"));
        return isHeld;
    }

    private static double RateOf(List<double> seconds) => Calls / seconds.Skip(1).Order().ElementAt(Rounds / 2);

    private static async Task<double> TimeAsync(Func<Task> call)
    {
        var startedAt = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => call()));
        return Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
    }

    private static async Task PostAsync(HttpClient client, string prompt)
    {
        using var content = new StringContent(prompt);
        using var response = await client.PostAsync("https://bench.invalid/v1/chat/completions", content);
        _ = await response.Content.ReadAsByteArrayAsync();
    }
}
