using System.Text.Json.Serialization;

namespace JobWise.Llm.IntegrationTests;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Weather))]
internal sealed partial class WeatherContext : JsonSerializerContext;
