using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace JobWise.Llm;

/// <summary>
/// The JSON schema of a type in the form that strict decoding takes at OpenAI and Groq: objects are closed, every member is required, an
/// optional one is a union with null. A type that is no object is wrapped into one with the member <c>value</c>.
/// </summary>
internal sealed class JsonAnswerSchema
{
    public const string WrappedMember = "value";

    // Building a schema walks the whole type; the result depends on the type alone, so it is kept as long as its JsonTypeInfo lives.
    private static readonly ConditionalWeakTable<JsonTypeInfo, JsonAnswerSchema> Known = [];

    private static readonly JsonSchemaExporterOptions ExporterOptions = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = static (context, node) => Close(context, node),
    };

    private readonly JsonTypeInfo _reader;

    private JsonAnswerSchema(JsonTypeInfo reader, JsonElement? schema, bool isWrapped)
    {
        _reader = reader;
        Schema = schema;
        IsWrapped = isWrapped;
        Annotations = new(reader);
    }

    /// <summary>Null for a type that takes any JSON, such as <see cref="JsonElement"/>.</summary>
    public JsonElement? Schema { get; }

    public bool IsWrapped { get; }

    /// <summary>The rules that the type's attributes set beyond its shape.</summary>
    public JsonAnnotations Annotations { get; }

    public static JsonAnswerSchema Of(JsonTypeInfo typeInfo) => Known.GetValue(typeInfo, Build);

    /// <summary>The type as answers are read into it, which is stricter than the caller's own options need be.</summary>
    public JsonTypeInfo<T> ReaderOf<T>() => (JsonTypeInfo<T>)_reader;

    public LLMResponseFormat ToResponseFormat(string name, bool strict) =>
        Schema is { } schema ? LLMResponseFormat.JsonSchema(schema, name, strict) : LLMResponseFormat.JsonObject;

    private static JsonAnswerSchema Build(JsonTypeInfo typeInfo)
    {
        var reader = Tighten(typeInfo);
        var node = JsonSchemaExporter.GetJsonSchemaAsNode(reader, ExporterOptions);
        if (node is JsonObject schema)
            JsonSchemaReferences.Inline(schema);
        return node switch
        {
            JsonObject root when root.ContainsKey("properties") => new(reader, ToElement(root), isWrapped: false),
            JsonObject root when root.Count > 0 => new(reader, ToElement(Wrap(root)), isWrapped: true),
            _ => new(reader, null, isWrapped: false),
        };
    }

    /// <summary>
    /// A model that only tries to follow the schema leaves members out, writes null and changes the case of names. The first two must be
    /// errors that it is re-asked with, not values that nobody wrote; the third does no harm. A member that is there twice is an error too:
    /// to take the last is a guess. Commas and comments are refused here so that mending them is reported.
    /// </summary>
    private static JsonTypeInfo Tighten(JsonTypeInfo typeInfo)
    {
        var options = new JsonSerializerOptions(typeInfo.Options)
        {
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            PropertyNameCaseInsensitive = true,
            AllowDuplicateProperties = false,
            AllowTrailingCommas = false,
            ReadCommentHandling = JsonCommentHandling.Disallow,
        };
        options.TypeInfoResolver = options.TypeInfoResolver?.WithAddedModifier(Require);
        return options.TryGetTypeInfo(typeInfo.Type, out var tight) ? tight : typeInfo;
    }

    /// <summary>A number that was left out is 0 to <see cref="RequiredAttribute"/>, so the member itself must be asked for.</summary>
    private static void Require(JsonTypeInfo typeInfo)
    {
        foreach (var property in typeInfo.Properties)
        {
            property.IsRequired |= (property.Set is not null || property.AssociatedParameter is not null)
                && AnnotatedMember.AttributesOf(property).OfType<RequiredAttribute>().Any();
        }
    }

    private static JsonNode Close(JsonSchemaExporterContext context, JsonNode node)
    {
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object && node is JsonObject schema && schema["properties"] is JsonObject members)
        {
            schema["additionalProperties"] = false;
            schema["required"] = new JsonArray([.. members.Select(member => (JsonNode)member.Key)]);
        }

        return node;
    }

    private static JsonObject Wrap(JsonObject inner) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [WrappedMember] = inner },
        ["required"] = new JsonArray(WrappedMember),
        ["additionalProperties"] = false,
    };

    private static JsonElement ToElement(JsonObject schema)
    {
        // The root's type may allow null, which strict decoding refuses at the root.
        schema["type"] = "object";
        return JsonDocument.Parse(schema.ToJsonString()).RootElement;
    }
}
