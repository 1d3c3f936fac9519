using System.Text;
using System.Text.Json;

namespace JobWise.Llm.Benchmarks.Wire;

/// <summary>The bytes of every benchmark: 2 KB in and 8 KB out (unary), 307-byte events (stream), 5 KB of typed JSON.</summary>
internal static class Payloads
{
    public const string Model = "gpt-4.1-mini";
    public const int ChunkCount = 500;

    private const int EventSize = 307;

    public static string Prompt { get; } = Prose(2048);

    public static byte[] Unary { get; } = Completion(Prose(8192));

    public static byte[] Stream { get; } = Encoding.UTF8.GetBytes(StreamText());

    public static byte[] Typed { get; } = Completion(TypedJson());

    public static string Prose(int length)
    {
        const string sentence = "The team measured \"latency\" twice,\nthen wrote down what it saw. ";
        return string.Concat(Enumerable.Repeat(sentence, (length / sentence.Length) + 1))[..length];
    }

    private static string TypedJson()
    {
        var steps = Enumerable.Range(1, 40).Select(number =>
            $$"""{"id":"work-{{number}}","score":0.{{number + 10}},"keywords":["python","sql","docker"],"reason":"Both name the same tools in entry {{number}}."}""");
        return $$"""{"title":"Senior Engineer","entries":[{{string.Join(',', steps)}}]}""";
    }

    private static byte[] Completion(string content) => Encoding.UTF8.GetBytes(
        $$$"""
        {"id":"chatcmpl-1","object":"chat.completion","created":1732000000,"model":"{{{Model}}}","choices":[{"index":0,"message":{"role":"assistant",
        "content":{{{Quote(content)}}}},"finish_reason":"stop"}],"usage":{"prompt_tokens":500,"completion_tokens":2000,"total_tokens":2500}}
        """);

    private static string StreamText()
    {
        var text = new StringBuilder();
        for (var number = 0; number < ChunkCount; number++)
        {
            text.Append(Event($"word{number % 10} "));
        }

        return text
            .Append("data: ").Append(Chunk("{}", "\"stop\"", string.Empty)).Append("\n\n")
            .Append("data: [DONE]\n\n").ToString();
    }

    private static string Event(string content)
    {
        var bare = $"data: {Chunk($"{{\"content\":{Quote(content)}}}", "null", string.Empty)}\n\n";
        var padding = new string('x', Math.Max(0, EventSize - bare.Length));
        return $"data: {Chunk($"{{\"content\":{Quote(content)}}}", "null", padding)}\n\n";
    }

    private static string Chunk(string delta, string finishReason, string padding) =>
        $$$"""{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1732000000,"model":"{{{Model}}}","system_fingerprint":"fp_{{{padding}}}","choices":[{"index":0,"delta":{{{delta}}},"logprobs":null,"finish_reason":{{{finishReason}}}}]}""";

    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
