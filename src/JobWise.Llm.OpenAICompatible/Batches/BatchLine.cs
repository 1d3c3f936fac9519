using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>One line of the file that a batch is made from.</summary>
/// <param name="CustomId">Of the item.</param>
/// <param name="Plan">What of its request is sent.</param>
internal sealed record BatchLine(string CustomId, RequestPlan Plan)
{
    /// <summary>Below the host, whatever the base address is: the vendors compare it with a list.</summary>
    public const string Url = "/v1/chat/completions";

    public static void Write(Utf8JsonWriter writer, BatchLine line, ChatRequestWriter chat)
    {
        writer.WriteStartObject();
        writer.WriteString("custom_id"u8, line.CustomId);
        writer.WriteString("method"u8, "POST"u8);
        writer.WriteString("url"u8, Url);
        writer.WritePropertyName("body"u8);
        chat.Write(writer, line.Plan);
        writer.WriteEndObject();
    }
}
