using System.Text.Json.Serialization;

namespace JobWise.Llm.Pipeline;

/// <summary>Reads the embedded rules; a property that the shape does not know is a mistake in the data and fails.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(InjectionRuleDocument))]
internal sealed partial class InjectionJsonContext : JsonSerializerContext;
