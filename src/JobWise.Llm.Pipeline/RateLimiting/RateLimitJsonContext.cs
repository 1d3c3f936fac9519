using System.Text.Json.Serialization;

namespace JobWise.Llm.Pipeline;

/// <summary>Reads the embedded limits; a property that the shape does not know is a mistake in the data and fails.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RateLimitDocument))]
internal sealed partial class RateLimitJsonContext : JsonSerializerContext;
