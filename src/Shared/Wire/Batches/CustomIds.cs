using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Finds whose line a line is, also where the rest of it is broken or missing.</summary>
internal static class CustomIds
{
    /// <summary>The id as far as it can be read; empty when it cannot.</summary>
    public static string Find(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(Bytes.WithoutBom(line), isFinalBlock: false, state: default);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? FindMember(ref reader) : string.Empty;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The line is broken before its id.
            return string.Empty;
        }
    }

    private static string FindMember(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("custom_id"u8);
            if (!reader.Read())
            {
                break;
            }

            if (isId)
            {
                return Json.Text(ref reader) ?? string.Empty;
            }

            if (!reader.TrySkip())
            {
                break;
            }
        }

        return string.Empty;
    }
}
