using System.Text.Json;
using System.Text.Json.Serialization;

namespace JobWise.Llm;

/// <summary>Writes a finish reason as its bare string and reads any string; an empty one is <c>unknown</c>.</summary>
public sealed class LLMFinishReasonJsonConverter : JsonConverter<LLMFinishReason>
{
    /// <inheritdoc/>
    public override LLMFinishReason Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } value && !string.IsNullOrWhiteSpace(value) ? new LLMFinishReason(value) : default;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LLMFinishReason value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
