using Anthropic;
using BenchmarkDotNet.Attributes;
using JobWise.Llm.Benchmarks.Floor;
using JobWise.Llm.Benchmarks.Wire;

namespace JobWise.Llm.Benchmarks;

/// <summary>One message of Anthropic's API: 2 KB in, 8 KB out.</summary>
public class AnthropicUnaryBenchmarks
{
    private const string MediaType = "application/json";
    private readonly FloorClient _floor = Clients.AnthropicFloor(AnthropicPayloads.Unary, MediaType);
    private readonly ILLMService _jobWise = Clients.JobWiseAnthropic(AnthropicPayloads.Unary, MediaType);
    private readonly AnthropicClient _anthropic = Clients.Anthropic(AnthropicPayloads.Unary, MediaType);

    [Benchmark(Baseline = true)]
    public async Task<int> Floor() => (await _floor.CompleteAsync(AnthropicPayloads.Model, Payloads.Prompt)).Length;

    [Benchmark]
    public async Task<int> JobWise() => (await _jobWise.GenerateAsync(LLMRequest.FromPrompt(Payloads.Prompt))).Text.Length;

    [Benchmark]
    public async Task<int> Anthropic()
    {
        var message = await _anthropic.Messages.Create(AnthropicPayloads.Request());
        return message.Content[0].TryPickText(out var block) ? block.Text.Length : 0;
    }
}
