using System.Text.Json;
using BenchmarkDotNet.Attributes;
using JobWise.Llm.Benchmarks.Floor;
using JobWise.Llm.Benchmarks.Wire;
using OpenAI.Chat;

namespace JobWise.Llm.Benchmarks;

/// <summary>One typed answer of 5 KB: asked for by schema (except by the floor), received, and read into a record.</summary>
public class TypedJsonBenchmarks
{
    private const string MediaType = "application/json";
    private static readonly BinaryData Schema = BinaryData.FromString(
        """
        {"type":"object","properties":{"title":{"type":"string"},"entries":{"type":"array","items":{"type":"object","properties":
        {"id":{"type":"string"},"score":{"type":"number"},"keywords":{"type":"array","items":{"type":"string"}},"reason":{"type":"string"}},
        "required":["id","score","keywords","reason"],"additionalProperties":false}}},"required":["title","entries"],"additionalProperties":false}
        """);

    private readonly FloorClient _floor = Clients.Floor(Payloads.Typed, MediaType);
    private readonly ILLMService _jobWise = Clients.JobWise(Payloads.Typed, MediaType);
    private readonly ChatClient _openAI = Clients.OpenAI(Payloads.Typed, MediaType);

    [Benchmark(Baseline = true)]
    public async Task<int> Floor() => (await _floor.CompleteTypedAsync(Payloads.Model, Payloads.Prompt)).Entries.Count;

    [Benchmark]
    public async Task<int> JobWise()
    {
        var answer = await _jobWise.GenerateJsonAsync(LLMRequest.FromPrompt(Payloads.Prompt), RankingJsonContext.Default.Ranking);
        return answer.Value.Entries.Count;
    }

    [Benchmark]
    public async Task<int> OpenAI()
    {
        var format = ChatResponseFormat.CreateJsonSchemaFormat("ranking", Schema, jsonSchemaIsStrict: true);
        var answer = await _openAI.CompleteChatAsync([new UserChatMessage(Payloads.Prompt)], new ChatCompletionOptions { ResponseFormat = format });
        return Read(answer.Value.Content[0].Text);
    }

    private static int Read(string json) => JsonSerializer.Deserialize(json, RankingJsonContext.Default.Ranking)!.Entries.Count;
}
