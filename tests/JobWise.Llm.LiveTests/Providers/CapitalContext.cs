using System.Text.Json.Serialization;

namespace JobWise.Llm.LiveTests.Providers;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Capital))]
internal sealed partial class CapitalContext : JsonSerializerContext;
