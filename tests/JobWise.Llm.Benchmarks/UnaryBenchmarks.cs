using BenchmarkDotNet.Attributes;
using JobWise.Llm.Benchmarks.Floor;
using JobWise.Llm.Benchmarks.Wire;
using OpenAI.Chat;

namespace JobWise.Llm.Benchmarks;

/// <summary>One chat completion: 2 KB in, 8 KB out.</summary>
public class UnaryBenchmarks
{
    private const string MediaType = "application/json";
    private readonly FloorClient _floor = Clients.Floor(Payloads.Unary, MediaType);
    private readonly ILLMService _jobWise = Clients.JobWise(Payloads.Unary, MediaType);
    private readonly ChatClient _openAI = Clients.OpenAI(Payloads.Unary, MediaType);

    [Benchmark(Baseline = true)]
    public async Task<int> Floor() => (await _floor.CompleteAsync(Payloads.Model, Payloads.Prompt)).Length;

    [Benchmark]
    public async Task<int> JobWise() => (await _jobWise.GenerateAsync(LLMRequest.FromPrompt(Payloads.Prompt))).Text.Length;

    [Benchmark]
    public async Task<int> OpenAI() => (await _openAI.CompleteChatAsync(new UserChatMessage(Payloads.Prompt))).Value.Content[0].Text.Length;
}
