using System.Text.Json.Nodes;

namespace JobWise.Llm;

/// <summary>
/// Puts schemas in the place of references to them. The exporter writes a type out once and refers to that place from then on, with
/// pointers such as <c>#/properties/a/items</c>; strict decoding is documented for <c>#</c> and <c>#/$defs</c> only.
/// </summary>
internal static class JsonSchemaReferences
{
    private const string Reference = "$ref";

    /// <summary>Changes the schema in place. A reference to a schema that it stands in is recursive and stays.</summary>
    public static void Inline(JsonObject root) => Inline(root, root);

    // In reading order: the target of a reference comes before it, so its own references are already resolved.
    private static void Inline(JsonNode? node, JsonObject root)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list.ToArray())
                    Inline(item, root);
                break;
            case JsonObject schema when TargetOf(schema, root) is { } target:
                schema.Remove(Reference);
                foreach (var (name, value) in target)
                    schema[name] = value?.DeepClone();
                break;
            case JsonObject schema:
                foreach (var (_, value) in schema.ToArray())
                    Inline(value, root);
                break;
        }
    }

    private static JsonObject? TargetOf(JsonObject schema, JsonObject root)
    {
        if (schema[Reference] is not JsonValue pointer || !pointer.TryGetValue<string>(out var path) || !path.StartsWith("#/", StringComparison.Ordinal))
            return null;
        JsonNode? target = root;
        foreach (var step in path[2..].Split('/').Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
            target = target is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : target?[step];
        return target is JsonObject found && !IsWithin(schema, found) ? found : null;
    }

    private static bool IsWithin(JsonNode node, JsonNode outer)
    {
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            if (ReferenceEquals(parent, outer))
                return true;
        }

        return false;
    }
}
