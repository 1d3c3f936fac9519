using System.Text.Json.Serialization;

namespace JobWise.Llm;

/// <summary>Reads the embedded data; a property that the shape does not know is a mistake in the data and fails.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ModelDocument))]
[JsonSerializable(typeof(PriceDocument))]
internal sealed partial class CatalogJsonContext : JsonSerializerContext;
