using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JobWise.Llm;

/// <summary>Models mix up a list of one and its element.</summary>
internal static class JsonListMend
{
    /// <summary>One element as the text of a list; null where the type is no list, or the value has members that its elements do not.</summary>
    public static string? ToList(JsonElement value, JsonTypeInfo typeInfo)
    {
        if (typeInfo is not { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } elementType } || value.ValueKind is JsonValueKind.Array or JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind != JsonValueKind.Object || typeInfo.Options.TryGetTypeInfo(elementType, out var element) && Knows(element, value)
            ? $"[{value.GetRawText()}]"
            : null;
    }

    /// <summary>The only element of a list; null where the type is itself a list, or there is not exactly one.</summary>
    public static JsonElement? FromList(JsonElement value, JsonTypeInfo typeInfo) =>
        typeInfo.Kind != JsonTypeInfoKind.Enumerable && value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1 ? value[0] : null;

    // Unknown members are passed over in reading, so that any object at all could pass for an element without required members.
    private static bool Knows(JsonTypeInfo element, JsonElement value)
    {
        try
        {
            return value.EnumerateObject().Any() && value.EnumerateObject().All(
                member => element.Properties.Any(property => string.Equals(property.Name, member.Name, StringComparison.OrdinalIgnoreCase)));
        }
        catch (InvalidOperationException)
        {
            return false; // A name with half of a character.
        }
    }
}
