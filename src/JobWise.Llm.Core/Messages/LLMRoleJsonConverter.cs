using System.Text.Json;
using System.Text.Json.Serialization;

namespace JobWise.Llm;

/// <summary>Writes a role as its bare string and reads any string; an empty one is <c>user</c>.</summary>
public sealed class LLMRoleJsonConverter : JsonConverter<LLMRole>
{
    /// <inheritdoc/>
    public override LLMRole Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } value && !string.IsNullOrWhiteSpace(value) ? new LLMRole(value) : default;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LLMRole value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
