using Anthropic;
using BenchmarkDotNet.Attributes;
using JobWise.Llm.Benchmarks.Floor;
using JobWise.Llm.Benchmarks.Wire;

namespace JobWise.Llm.Benchmarks;

/// <summary>One delta of a streamed message of Anthropic's API, 500 a call, the call's own cost spread over them.</summary>
public class AnthropicStreamedChunkBenchmarks
{
    private const string MediaType = "text/event-stream";
    private readonly FloorClient _floor = Clients.AnthropicFloor(AnthropicPayloads.Stream, MediaType);
    private readonly ILLMService _jobWise = Clients.JobWiseAnthropic(AnthropicPayloads.Stream, MediaType);
    private readonly AnthropicClient _anthropic = Clients.Anthropic(AnthropicPayloads.Stream, MediaType);

    [Benchmark(Baseline = true, OperationsPerInvoke = Payloads.ChunkCount)]
    public async Task<int> Floor()
    {
        var length = 0;
        await foreach (var text in _floor.StreamAsync(AnthropicPayloads.Model, Payloads.Prompt))
        {
            length += text.Length;
        }

        return length;
    }

    [Benchmark(OperationsPerInvoke = Payloads.ChunkCount)]
    public async Task<int> JobWise()
    {
        var length = 0;
        await foreach (var update in _jobWise.GenerateStreamAsync(LLMRequest.FromPrompt(Payloads.Prompt)))
        {
            length += update.Text?.Length ?? 0;
        }

        return length;
    }

    [Benchmark(OperationsPerInvoke = Payloads.ChunkCount)]
    public async Task<int> Anthropic()
    {
        var length = 0;
        await foreach (var item in _anthropic.Messages.CreateStreaming(AnthropicPayloads.Request()))
        {
            length += item.TryPickContentBlockDelta(out var delta) && delta.Delta.TryPickText(out var text) ? text.Text.Length : 0;
        }

        return length;
    }
}
