using System.Text;

namespace JobWise.Llm.Proofs.Fuzz.Seeds;

/// <summary>Turns written seeds into bytes.</summary>
internal static class SeedText
{
    public static IReadOnlyList<byte[]> Bytes(IEnumerable<string> seeds) => [.. seeds.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Events of a stream: data lines, each with its blank line.</summary>
    public static string Events(params ReadOnlySpan<string> data)
    {
        var text = new StringBuilder();
        foreach (var item in data)
        {
            text.Append("data: ").Append(item).Append("\n\n");
        }

        return text.ToString();
    }

    /// <summary>A text as a JSON string.</summary>
    public static string Quote(string text) => $"\"{System.Text.Json.JsonEncodedText.Encode(text)}\"";
}
