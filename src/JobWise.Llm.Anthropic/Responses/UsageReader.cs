using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads token counts and the service tier, which stands among them.</summary>
internal static class UsageReader
{
    public static void Read(ref Utf8JsonReader reader, MessagePayload payload)
    {
        if (!Json.IsObject(ref reader))
        {
            return;
        }

        var counts = default(UsageCounts);
        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "service_tier"u8))
            {
                payload.ServiceTier = Json.Text(ref reader);
            }
            else if (Json.Member(ref reader, "output_tokens_details"u8))
            {
                counts.Thinking = ReadMember(ref reader, "thinking_tokens"u8);
            }
            else if (Json.Member(ref reader, "cache_creation"u8))
            {
                counts.CacheWriteHour = ReadMember(ref reader, "ephemeral_1h_input_tokens"u8);
            }
            else if (!ReadCount(ref reader, ref counts))
            {
                Json.SkipMember(ref reader);
            }
        }

        payload.Usage = counts;
    }

    private static bool ReadCount(ref Utf8JsonReader reader, ref UsageCounts counts)
    {
        if (Json.Member(ref reader, "input_tokens"u8))
        {
            counts.Input = Json.Count(ref reader);
        }
        else if (Json.Member(ref reader, "output_tokens"u8))
        {
            counts.Output = Json.Count(ref reader);
        }
        else if (Json.Member(ref reader, "cache_read_input_tokens"u8))
        {
            counts.CacheRead = Json.Count(ref reader);
        }
        else if (Json.Member(ref reader, "cache_creation_input_tokens"u8))
        {
            counts.CacheWrite = Json.Count(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static int? ReadMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        int? count = null;
        if (!Json.IsObject(ref reader))
        {
            return count;
        }

        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, name))
            {
                count = Json.Count(ref reader);
            }
            else
            {
                Json.SkipMember(ref reader);
            }
        }

        return count;
    }
}
