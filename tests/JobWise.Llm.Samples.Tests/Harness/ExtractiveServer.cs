using System.Text.Json.Nodes;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Samples.Tests.Harness;

/// <summary>A server that speaks OpenAI's protocol and answers from the extractive model.</summary>
internal static class ExtractiveServer
{
    public static LoopbackServer Start() => LoopbackServer.Start(request => new LoopbackResponse { Body = Answer(request.Body) });

    public static string Answer(string body)
    {
        var sent = JsonNode.Parse(body)!;
        var messages = sent["messages"]!.AsArray().Select(message => Read(message!));
        var text = Samples.ExtractiveModel.Answer(new LLMRequest { Messages = [.. messages] });
        return new JsonObject
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion",
            ["created"] = 1_700_000_000,
            ["model"] = sent["model"]!.GetValue<string>(),
            ["choices"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text },
                ["finish_reason"] = "stop",
            }),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 1200, ["completion_tokens"] = 300, ["total_tokens"] = 1500 },
        }.ToJsonString();
    }

    private static LLMMessage Read(JsonNode message)
    {
        var text = message["content"]!.GetValue<string>();
        return message["role"]!.GetValue<string>() == "user" ? LLMMessage.User(text) : LLMMessage.System(text);
    }
}
