using BenchmarkDotNet.Attributes;
using JobWise.Llm.Benchmarks.Floor;
using JobWise.Llm.Benchmarks.Wire;
using OpenAI.Chat;

namespace JobWise.Llm.Benchmarks;

/// <summary>One chunk of a streamed answer: 307 bytes an event, 500 events a call, the call's own cost spread over them.</summary>
public class StreamedChunkBenchmarks
{
    private const string MediaType = "text/event-stream";
    private readonly FloorClient _floor = Clients.Floor(Payloads.Stream, MediaType);
    private readonly ILLMService _jobWise = Clients.JobWise(Payloads.Stream, MediaType);
    private readonly ChatClient _openAI = Clients.OpenAI(Payloads.Stream, MediaType);

    [Benchmark(Baseline = true, OperationsPerInvoke = Payloads.ChunkCount)]
    public async Task<int> Floor()
    {
        var length = 0;
        await foreach (var text in _floor.StreamAsync(Payloads.Model, Payloads.Prompt))
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
    public async Task<int> OpenAI()
    {
        var length = 0;
        await foreach (var update in _openAI.CompleteChatStreamingAsync(new UserChatMessage(Payloads.Prompt)))
        {
            length += update.ContentUpdate.Count == 0 ? 0 : update.ContentUpdate[0].Text.Length;
        }

        return length;
    }
}
