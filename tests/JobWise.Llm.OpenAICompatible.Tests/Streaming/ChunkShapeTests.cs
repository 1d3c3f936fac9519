using System.Text;
using JobWise.Llm.Wire;

namespace JobWise.Llm.OpenAICompatible.Tests.Streaming;

public sealed class ChunkShapeTests
{
    private const string Plain = """{"id":"c","choices":[{"index":0,"delta":{"content":"one"},"finish_reason":null}]}""";
    private const string Padded = """{"id":"c","choices":[{"index":0,"delta":{"content":"one"},"finish_reason":null}],"obfuscation":"ab"}""";
    private const string Reasoned = """{"id":"c","choices":[{"index":0,"delta":{"reasoning":"one"},"finish_reason":null}]}""";

    [Theory]
    [InlineData(Plain, "\"one\"", "\"two, three\"", "two, three")]
    [InlineData(Plain, "\"one\"", "\"a\\\"b\\n\\u00e9\\ud83d\\ude00\"", "a\"b\né😀")]
    [InlineData(Plain, "\"one\"", "\"é😀\"", "é😀")]
    [InlineData(Plain, "\"one\"", "\"\"", "")]
    [InlineData(Padded, "\"one\"", "\"two\"", "two")]
    [InlineData(Padded, "\"ab\"", "\"abcdefgh\"", "one")]
    [InlineData(Reasoned, "\"one\"", "\"two\"", "two")]
    public void TryRead_chunk_of_the_same_shape_gives_its_text(string known, string old, string replacement, string expected)
    {
        var shape = Learned(known);

        var read = shape.TryRead(Utf8(known.Replace(old, replacement, StringComparison.Ordinal)), out var text);

        Assert.True(read);
        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData("\"one\"", "null")]
    [InlineData("\"one\"", "7")]
    [InlineData("\"one\"", "\"one\",\"refusal\":\"no\"")]
    [InlineData("\"one\"", "\"one\\ud800\"")]
    [InlineData("\"one\"", "\"one\\x\"")]
    [InlineData("\"one\"", "\"one\n\"")]
    [InlineData("\"one\"", "\"one")]
    [InlineData("\"id\":\"c\"", "\"id\":\"d\"")]
    [InlineData("\"finish_reason\":null", "\"finish_reason\":\"stop\"")]
    [InlineData("\"index\":0", "\"index\":1")]
    [InlineData("]}", "],\"error\":\"x\"}")]
    [InlineData("]}", "]")]
    public void TryRead_any_other_chunk_is_left_to_the_full_reader(string old, string replacement)
    {
        var shape = Learned(Plain);

        Assert.False(shape.TryRead(Utf8(Plain.Replace(old, replacement, StringComparison.Ordinal)), out _));
    }

    [Theory]
    [InlineData("""{"choices":[{"delta":{"content":"a"},"finish_reason":"stop"}]}""")]
    [InlineData("""{"choices":[{"delta":{"content":"a"}}],"usage":{"prompt_tokens":1}}""")]
    [InlineData("""{"choices":[{"delta":{"content":"a","reasoning":"b"}}]}""")]
    [InlineData("""{"choices":[{"delta":{"content":"a","tool_calls":[{"index":0,"id":"x"}]}}]}""")]
    [InlineData("""{"choices":[{"delta":{"content":["a"]}}]}""")]
    [InlineData("""{"choices":[{"delta":{"content":null}}]}""")]
    [InlineData("""{"obfuscation":"ab","choices":[{"delta":{"content":"a"}}]}""")]
    [InlineData("\uFEFF" + Plain)]
    public void Learn_chunk_that_brings_more_than_text_is_not_remembered(string chunk) =>
        Assert.False(Learned(chunk).TryRead(Utf8(chunk), out _));

    [Theory]
    [InlineData(Plain)]
    [InlineData(Padded)]
    [InlineData(Reasoned)]
    public void TryRead_of_a_mutant_agrees_with_the_full_reader_whenever_it_answers(string known)
    {
        var random = new Random(20261124);
        var shape = Learned(known);
        var answered = 0;

        for (var i = 0; i < 20_000; i++)
        {
            var mutant = Mutate(Utf8(known), random);
            if (shape.TryRead(mutant, out var text))
            {
                answered++;
                var full = new ChatPayload();
                ChatPayloadReader.Read(mutant, full);
                Assert.Equal(text, known == Reasoned ? full.Reasoning : full.Text);
                Assert.True(full.IsOnlyText);
            }
        }

        Assert.InRange(answered, 100, 20_000);
    }

    private static ChunkShape Learned(string chunk)
    {
        var payload = new ChatPayload();
        ChatPayloadReader.Read(Utf8(chunk), payload);
        var shape = new ChunkShape();
        if (payload.IsOnlyText)
        {
            shape.Learn(Utf8(chunk), payload.IsReasoning ? payload.ReasoningPlace : payload.TextPlace, payload.PaddingPlace);
        }

        return shape;
    }

    private static byte[] Mutate(byte[] chunk, Random random)
    {
        ReadOnlySpan<byte> likely = "\"\\{}[],:u0n\n\x7f\xc3"u8;
        var at = random.Next(chunk.Length);
        List<byte> mutant = [.. chunk];
        switch (random.Next(3))
        {
            case 0:
                mutant[at] = likely[random.Next(likely.Length)];
                break;
            case 1:
                mutant.Insert(at, likely[random.Next(likely.Length)]);
                break;
            default:
                mutant.RemoveAt(at);
                break;
        }

        return [.. mutant];
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
