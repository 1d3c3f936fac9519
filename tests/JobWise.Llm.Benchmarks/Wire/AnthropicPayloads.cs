using System.Text;
using Anthropic.Models.Messages;

namespace JobWise.Llm.Benchmarks.Wire;

/// <summary>The same texts as <see cref="Payloads"/> in the form of Anthropic's Messages API.</summary>
internal static class AnthropicPayloads
{
    public const string Model = "claude-haiku-4-5";

    public static byte[] Unary { get; } = Encoding.UTF8.GetBytes(
        $$$"""
        {"id":"msg_1","type":"message","role":"assistant","model":"{{{Model}}}","content":[{"type":"text","text":{{{Payloads.Quote(Payloads.Prose(8192))}}},
        "citations":null}],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":500,"output_tokens":2000}}
        """);

    public static byte[] Stream { get; } = Encoding.UTF8.GetBytes(StreamText());

    /// <summary>What the official client is asked; made anew for each call, as a program does.</summary>
    public static MessageCreateParams Request() => new()
    {
        Model = Model,
        MaxTokens = 2000,
        Messages = [new UserMessageParam { Content = Payloads.Prompt }],
    };

    private static string StreamText()
    {
        var text = new StringBuilder();
        Append(text, "message_start", $$$$"""{"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"{{{{Model}}}}","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":500,"output_tokens":1}}}""");
        Append(text, "content_block_start", """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":"","citations":null}}""");
        for (var number = 0; number < Payloads.ChunkCount; number++)
        {
            Append(text, "content_block_delta", $$$"""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"word{{{number % 10}}} "}}""");
        }

        Append(text, "content_block_stop", """{"type":"content_block_stop","index":0}""");
        Append(text, "message_delta", """{"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":500}}""");
        Append(text, "message_stop", """{"type":"message_stop"}""");
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, string data) => text.Append("event: ").Append(name).Append("\ndata: ").Append(data).Append("\n\n");
}
