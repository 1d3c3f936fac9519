using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads one block of an answer.</summary>
internal static class ContentBlockReader
{
    /// <summary>The block that the reader stands on; null when it is no object.</summary>
    public static ContentBlock? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var whole = reader;
        if (!Json.IsObject(ref reader))
        {
            return null;
        }

        var block = new ContentBlock();
        while (Json.NextMember(ref reader))
        {
            ReadMember(ref reader, json, block);
        }

        if (block.Type is "thinking" or "redacted_thinking")
        {
            block.Raw = JsonElement.ParseValue(ref whole);
        }

        return block;
    }

    private static void ReadMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ContentBlock block)
    {
        if (Json.Member(ref reader, "type"u8))
        {
            block.Type = Json.Text(ref reader);
        }
        else if (Json.Member(ref reader, "text"u8))
        {
            block.Text = Json.Text(ref reader);
        }
        else if (Json.Member(ref reader, "thinking"u8))
        {
            block.Thinking = Json.Text(ref reader);
        }
        else if (Json.Member(ref reader, "signature"u8))
        {
            block.Signature = Json.Text(ref reader);
        }
        else if (Json.Member(ref reader, "id"u8))
        {
            block.Id = Json.Text(ref reader);
        }
        else if (Json.Member(ref reader, "name"u8))
        {
            block.Name = Json.Text(ref reader);
        }
        else if (Json.Member(ref reader, "input"u8))
        {
            block.Input = Json.TextOrRaw(ref reader, json);
        }
        else
        {
            Json.SkipMember(ref reader);
        }
    }
}
