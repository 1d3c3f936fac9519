using System.Text;
using System.Text.Json.Nodes;

namespace JobWise.Llm.Conformance.Wire;

/// <summary>What a server of the OpenAI protocol writes.</summary>
internal static class OpenAIWireJson
{
    public static JsonNode Models(IReadOnlyList<string> ids) => new JsonObject
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. ids.Select(id => new JsonObject { ["id"] = id, ["object"] = "model", ["owned_by"] = "vendor" })]),
    };

    public static JsonNode Error(string message, string code) => new JsonObject
    {
        ["error"] = new JsonObject { ["message"] = message, ["type"] = "error", ["param"] = null, ["code"] = code },
    };

    public static JsonNode Completion(string model, string text, string finishReason) => new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1_795_478_400,
        ["model"] = model,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text },
            ["finish_reason"] = finishReason,
        }),
        ["usage"] = Usage(),
    };

    /// <summary>One event for each word; only a stream that completes has the reason, the usage and the end mark.</summary>
    public static string Events(string model, string text, ProviderBehaviour behaviour)
    {
        var words = text.Split(' ').Select((word, index) => index == text.AsSpan().Count(' ') ? word : $"{word} ");
        var isWhole = behaviour.Ending == StreamEnding.Complete;
        var events = new StringBuilder();
        foreach (var word in isWhole ? words : words.Take(1))
        {
            Append(events, Chunk(model, new JsonArray(Choice(word, finishReason: null))));
        }

        if (isWhole)
        {
            Append(events, Chunk(model, new JsonArray(Choice(text: null, behaviour.FinishReason))));
            var last = Chunk(model, []);
            last["usage"] = Usage();
            Append(events, last);
            events.Append("data: [DONE]\n\n");
        }

        return events.ToString();
    }

    private static JsonObject Chunk(string model, JsonArray choices) => new()
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion.chunk",
        ["created"] = 1_795_478_400,
        ["model"] = model,
        ["choices"] = choices,
    };

    private static JsonObject Choice(string? text, string? finishReason) => new()
    {
        ["index"] = 0,
        ["delta"] = text is null ? [] : new JsonObject { ["content"] = text },
        ["finish_reason"] = finishReason,
    };

    private static JsonObject Usage() => new() { ["prompt_tokens"] = 9, ["completion_tokens"] = 4, ["total_tokens"] = 13 };

    private static void Append(StringBuilder events, JsonObject data) => events.Append("data: ").Append(data.ToJsonString()).Append("\n\n");
}
