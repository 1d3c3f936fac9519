using System.Text.Json;
using System.Text.Json.Serialization;

namespace JobWise.Llm;

/// <summary>Writes a status as its bare string and reads any string; an empty one is <c>unknown</c>.</summary>
public sealed class LLMBatchStatusJsonConverter : JsonConverter<LLMBatchStatus>
{
    /// <inheritdoc/>
    public override LLMBatchStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } value && !string.IsNullOrWhiteSpace(value) ? new LLMBatchStatus(value) : default;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LLMBatchStatus value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
