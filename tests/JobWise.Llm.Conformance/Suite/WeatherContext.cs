using System.Text.Json.Serialization;

namespace JobWise.Llm.Conformance.Suite;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Weather))]
internal sealed partial class WeatherContext : JsonSerializerContext;
