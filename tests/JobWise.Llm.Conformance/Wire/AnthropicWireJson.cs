using System.Text;
using System.Text.Json.Nodes;

namespace JobWise.Llm.Conformance.Wire;

/// <summary>What Anthropic's Messages API writes, and what it refuses.</summary>
internal static class AnthropicWireJson
{
    /// <summary>The list in pages of one, to be asked for one after the other.</summary>
    public static JsonNode Models(IReadOnlyList<string> ids, string query)
    {
        var after = query.StartsWith("?after_id=", StringComparison.Ordinal) ? query["?after_id=".Length..] : null;
        var at = after is null ? 0 : ids.ToList().IndexOf(after) + 1;
        return new JsonObject
        {
            ["data"] = new JsonArray(new JsonObject { ["type"] = "model", ["id"] = ids[at], ["display_name"] = ids[at] }),
            ["has_more"] = at < ids.Count - 1,
            ["first_id"] = ids[at],
            ["last_id"] = ids[at],
        };
    }

    public static JsonNode Error(string message, string type) => new JsonObject
    {
        ["type"] = "error",
        ["error"] = new JsonObject { ["type"] = type, ["message"] = message },
        ["request_id"] = "req_1",
    };

    /// <summary>Why the request would be refused; null when it would not.</summary>
    public static string? Complaint(JsonNode request)
    {
        var roles = request["messages"]!.AsArray().Select(message => (string)message!["role"]!).ToArray();
        return request["max_tokens"] is null ? "max_tokens: Field required"
            : roles.Length == 0 || roles[0] != "user" ? "messages: first message must use the \"user\" role"
            : roles.Zip(roles.Skip(1)).Any(pair => pair.First == pair.Second) ? "messages: roles must alternate"
            : roles.Any(role => role is not ("user" or "assistant")) ? "messages: Input should be 'user' or 'assistant'"
            : null;
    }

    /// <summary>The text of the last message, which goes as a string or as blocks.</summary>
    public static string LastText(JsonNode request) => request["messages"]!.AsArray()[^1]!["content"]! switch
    {
        JsonArray blocks => string.Concat(blocks.Select(block => (string?)block!["text"])),
        var content => (string)content!,
    };

    public static JsonNode Message(string model, string text, string finishReason)
    {
        var message = Start(model);
        message["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text });
        message["stop_reason"] = StopReason(finishReason);
        message["usage"] = new JsonObject { ["input_tokens"] = 9, ["output_tokens"] = 4 };
        return message;
    }

    /// <summary>One event for each word; only a stream that completes has the stop reason, the counts and the last event.</summary>
    public static string Events(string model, string text, ProviderBehaviour behaviour)
    {
        var words = text.Split(' ').Select((word, index) => index == text.AsSpan().Count(' ') ? word : $"{word} ");
        var isWhole = behaviour.Ending == StreamEnding.Complete;
        var events = new StringBuilder();
        Append(events, "message_start", new JsonObject { ["message"] = Start(model) });
        Append(events, "content_block_start", new JsonObject { ["index"] = 0, ["content_block"] = new JsonObject { ["type"] = "text", ["text"] = string.Empty } });
        Append(events, "ping", []);
        foreach (var word in isWhole ? words : words.Take(1))
        {
            Append(events, "content_block_delta", new JsonObject { ["index"] = 0, ["delta"] = new JsonObject { ["type"] = "text_delta", ["text"] = word } });
        }

        if (isWhole)
        {
            Append(events, "content_block_stop", new JsonObject { ["index"] = 0 });
            Append(events, "message_delta", new JsonObject
            {
                ["delta"] = new JsonObject { ["stop_reason"] = StopReason(behaviour.FinishReason), ["stop_sequence"] = null },
                ["usage"] = new JsonObject { ["output_tokens"] = 4 },
            });
            Append(events, "message_stop", []);
        }

        return events.ToString();
    }

    private static JsonObject Start(string model) => new()
    {
        ["id"] = "msg_1",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = model,
        ["content"] = new JsonArray(),
        ["stop_reason"] = null,
        ["stop_sequence"] = null,
        ["usage"] = new JsonObject { ["input_tokens"] = 9, ["output_tokens"] = 1 },
    };

    private static string StopReason(string finishReason) => finishReason == "stop" ? "end_turn" : finishReason;

    private static void Append(StringBuilder events, string type, JsonObject data)
    {
        data.Insert(0, "type", type);
        events.Append("event: ").Append(type).Append("\ndata: ").Append(data.ToJsonString()).Append("\n\n");
    }
}
