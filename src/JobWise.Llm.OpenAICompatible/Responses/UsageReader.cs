using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads token counts. What the server leaves out stays null: it is unknown, not zero.</summary>
internal static class UsageReader
{
    /// <summary>Reads the value that the reader stands on; null when it is no object or counts nothing.</summary>
    public static LLMUsage? Read(ref Utf8JsonReader reader)
    {
        if (!Json.IsObject(ref reader))
        {
            return null;
        }

        var counts = default(UsageCounts);
        while (Json.NextMember(ref reader))
        {
            if (!ReadCount(ref reader, ref counts) && !ReadDetail(ref reader, ref counts) && !ReadTime(ref reader, ref counts))
            {
                Json.SkipMember(ref reader);
            }
        }

        return counts.ToUsage();
    }

    private static bool ReadCount(ref Utf8JsonReader reader, ref UsageCounts counts)
    {
        if (Json.Member(ref reader, "prompt_tokens"u8))
        {
            counts.Prompt = Json.Count(ref reader);
        }
        else if (Json.Member(ref reader, "completion_tokens"u8))
        {
            counts.Completion = Json.Count(ref reader);
        }
        else if (Json.Member(ref reader, "total_tokens"u8))
        {
            counts.Total = Json.Count(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadDetail(ref Utf8JsonReader reader, ref UsageCounts counts)
    {
        if (!Json.Member(ref reader, "prompt_tokens_details"u8) && !Json.Member(ref reader, "completion_tokens_details"u8))
        {
            return false;
        }

        if (!Json.IsObject(ref reader))
        {
            return true;
        }

        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "cached_tokens"u8))
            {
                counts.Cached = Json.Count(ref reader);
            }
            else if (Json.Member(ref reader, "cache_write_tokens"u8))
            {
                counts.CacheWrite = Json.Count(ref reader);
            }
            else if (Json.Member(ref reader, "reasoning_tokens"u8))
            {
                counts.Reasoning = Json.Count(ref reader);
            }
            else
            {
                Json.SkipMember(ref reader);
            }
        }

        return true;
    }

    private static bool ReadTime(ref Utf8JsonReader reader, ref UsageCounts counts)
    {
        if (Json.Member(ref reader, "queue_time"u8))
        {
            counts.QueueTime = Json.Seconds(ref reader);
        }
        else if (Json.Member(ref reader, "prompt_time"u8))
        {
            counts.PromptTime = Json.Seconds(ref reader);
        }
        else if (Json.Member(ref reader, "completion_time"u8))
        {
            counts.CompletionTime = Json.Seconds(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }
}
