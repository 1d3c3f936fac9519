using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads why a batch was refused as a whole: a list, alone or under <c>data</c>.</summary>
internal static class BatchProblemReader
{
    /// <param name="reader">Stands on the value of <c>errors</c>.</param>
    /// <param name="fields">Takes the problems.</param>
    /// <param name="clean">Takes keys out of the vendor's words.</param>
    public static void Read(ref Utf8JsonReader reader, BatchFields fields, Func<string, string> clean)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (Json.NextItem(ref reader))
            {
                fields.Add(ReadOne(ref reader, clean));
            }

            return;
        }

        if (!Json.IsObject(ref reader))
        {
            return;
        }

        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "data"u8) && reader.TokenType == JsonTokenType.StartArray)
            {
                Read(ref reader, fields, clean);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static LLMBatchProblem? ReadOne(ref Utf8JsonReader reader, Func<string, string> clean)
    {
        if (!Json.IsObject(ref reader))
        {
            return null;
        }

        string? code = null;
        string? message = null;
        int? line = null;
        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "code"u8))
            {
                code = Json.Text(ref reader);
            }
            else if (Json.Member(ref reader, "message"u8))
            {
                message = Json.Text(ref reader);
            }
            else if (Json.Member(ref reader, "line"u8))
            {
                line = Json.Count(ref reader);
            }
            else
            {
                Json.SkipMember(ref reader);
            }
        }

        return code is null && message is null
            ? null
            : new LLMBatchProblem { Code = code is null ? null : clean(code), Message = clean(message ?? string.Empty), Line = line };
    }
}
