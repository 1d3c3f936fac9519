using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JobWise.Llm.Tests;

/// <summary>What models might write, made by damaging and joining what they do write. The seed is fixed, so that a failure comes back.</summary>
public sealed class JsonLadderMutationTests
{
    private static readonly string[] Pieces =
    [
        """{"title":"Rome","days":3,"steps":[{"name":"fly"},{"name":"eat \"gelato\" {x}"}]}""", """{"title":"Paris"}""", """["a","b"]""",
        """{"value":["a"]}""", "7", "\"a\"", "null", "{", "}", "[", "]", ",", ":", "\"", "\\", "\n", " ", "```", "```json\n", "\n```", "~~~", "<think>",
        "</think>", "[THINK]", "[/THINK]", "<thinking>why {not}</thinking>", "Sure: ", "as in [1]", "// no\n", "/* no */", ",}", ",]", "\uFEFF", "\0",
        "\ud800", "\\ud800", "\\u0000", "é", "𝄞", "1e999", "-", "true", "\"value\":", "\"title\":", "{\"\\ud800\":1}",
    ];

    [Fact]
    public async Task GenerateJsonAsync_of_any_text_gives_a_reported_value_or_an_exception_of_ours()
    {
        var random = new Random(20261124);
        var (values, cut) = (0, 0);

        for (var i = 0; i < 4_000; i++)
        {
            var text = Make(random);
            var outcome = await TryAsync(text, PlanJsonContext.Default.Plan);
            values += outcome.HasValue ? 1 : 0;
            cut += outcome.IsCut ? 1 : 0;
            await TryAsync(text, PlanJsonContext.Default.ListString);
            await TryAsync(text, PlanJsonContext.Default.Int32);
            await TryAsync(text, PlanJsonContext.Default.JsonElement);
        }

        Assert.True(values > 100 && cut > 100, $"The texts are too tame or too wild to prove anything: {values} values, {cut} cut.");
    }

    [Fact]
    public void Read_every_beginning_of_an_answer_is_cut_and_never_a_value()
    {
        const string Whole = """{"title":"Rome","days":3,"steps":[{"name":"fly"},{"name":"eat"}]}""";

        for (var length = 1; length < Whole.Length; length++)
        {
            var answer = JsonAnswerReader.Read<Plan>("Here: " + Whole[..length], JsonAnswerSchema.Of(PlanJsonContext.Default.Plan));
            Assert.True(answer is { IsCut: true, Value: null }, Whole[..length]);
        }
    }

    private static async Task<(bool HasValue, bool IsCut)> TryAsync<T>(string text, JsonTypeInfo<T> typeInfo)
    {
        try
        {
            var answer = await new ScriptedService(text).GenerateJsonAsync(LLMRequest.FromPrompt("x"), typeInfo, new() { ReAsk = false });
            Assert.True(answer.Repairs.Count > 0 || IsStrict(text), $"Nothing was reported for {JsonSerializer.Serialize(text)}");
            return (true, false);
        }
        catch (LLMServiceException exception)
        {
            return (false, exception is LLMTruncatedResponseException);
        }
    }

    private static bool IsStrict(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return false;
        }
    }

    private static string Make(Random random)
    {
        var text = new StringBuilder(Pieces[random.Next(random.Next(3) == 0 ? Pieces.Length : 4)]);
        for (var i = random.Next(4); i > 0; i--)
        {
            var at = random.Next(text.Length + 1);
            _ = random.Next(4) switch
            {
                0 => text.Remove(at, Math.Min(random.Next(1, 5), text.Length - at)),
                1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => text.Insert(0, Pieces[random.Next(Pieces.Length)]),
                _ => text.Append(Pieces[random.Next(Pieces.Length)]),
            };
        }

        return text.ToString();
    }
}
