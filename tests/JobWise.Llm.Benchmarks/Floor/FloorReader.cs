using System.Buffers;
using System.Text.Json;
using JobWise.Llm.Benchmarks.Wire;

namespace JobWise.Llm.Benchmarks.Floor;

/// <summary>Reads one string out of an answer; walks to the end, as whoever must not miss an error or a broken tail has to.</summary>
internal static class FloorReader
{
    public static string? FindString(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name)
    {
        var reader = new Utf8JsonReader(json);
        var text = Find(ref reader, name) ? reader.GetString() : null;
        WalkToEnd(ref reader);
        return text;
    }

    public static Ranking ReadRanking(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name)
    {
        var reader = new Utf8JsonReader(json);
        Find(ref reader, name);
        var text = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        var length = reader.CopyString(text);
        WalkToEnd(ref reader);
        var ranking = JsonSerializer.Deserialize(text.AsSpan(0, length), RankingJsonContext.Default.Ranking)!;
        ArrayPool<byte>.Shared.Return(text);
        return ranking;
    }

    private static void WalkToEnd(ref Utf8JsonReader reader)
    {
        while (reader.Read())
        {
        }
    }

    private static bool Find(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name) && reader.Read() && reader.TokenType == JsonTokenType.String)
            {
                return true;
            }
        }

        return false;
    }
}
