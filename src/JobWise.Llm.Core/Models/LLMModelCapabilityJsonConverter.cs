using System.Text.Json;
using System.Text.Json.Serialization;

namespace JobWise.Llm;

/// <summary>Writes a capability as its bare string and reads any string.</summary>
public sealed class LLMModelCapabilityJsonConverter : JsonConverter<LLMModelCapability>
{
    /// <inheritdoc/>
    public override LLMModelCapability Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } value && !string.IsNullOrWhiteSpace(value) ? new LLMModelCapability(value) : default;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LLMModelCapability value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
