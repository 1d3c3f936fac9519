using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Marks the last block of what is to be cached: everything up to it is.</summary>
internal static class CacheMark
{
    public static void Write(Utf8JsonWriter writer, AnthropicPromptCache cache)
    {
        if (cache == AnthropicPromptCache.Off)
        {
            return;
        }

        writer.WriteStartObject("cache_control"u8);
        writer.WriteString("type"u8, "ephemeral"u8);
        writer.WriteString("ttl"u8, cache == AnthropicPromptCache.OneHour ? "1h"u8 : "5m"u8);
        writer.WriteEndObject();
    }
}
