using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>One item of the body that a batch is made from.</summary>
/// <param name="CustomId">Of the item.</param>
/// <param name="Plan">What of its request is sent.</param>
internal sealed record BatchItem(string CustomId, MessagesPlan Plan)
{
    public static void Write(Utf8JsonWriter writer, BatchItem item)
    {
        writer.WriteStartObject();
        writer.WriteString("custom_id"u8, item.CustomId);
        writer.WritePropertyName("params"u8);
        MessagesWriter.WriteWhole(writer, item.Plan);
        writer.WriteEndObject();
    }
}
