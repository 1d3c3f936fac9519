using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads how many items of a batch are in which state.</summary>
internal static class BatchCountsReader
{
    public static void Read(ref Utf8JsonReader reader, BatchFields fields)
    {
        if (!Json.IsObject(ref reader))
        {
            return;
        }

        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "processing"u8))
            {
                fields.Processing = Json.Count(ref reader) ?? 0;
            }
            else if (Json.Member(ref reader, "succeeded"u8))
            {
                fields.Succeeded = Json.Count(ref reader) ?? 0;
            }
            else if (Json.Member(ref reader, "errored"u8))
            {
                fields.Failed = Json.Count(ref reader) ?? 0;
            }
            else if (Json.Member(ref reader, "canceled"u8))
            {
                fields.Cancelled = Json.Count(ref reader) ?? 0;
            }
            else if (Json.Member(ref reader, "expired"u8))
            {
                fields.Expired = Json.Count(ref reader) ?? 0;
            }
            else
            {
                Json.SkipMember(ref reader);
            }
        }
    }
}
