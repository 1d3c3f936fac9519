using System.Text.Json;
using System.Text.Json.Serialization;

namespace JobWise.Llm.Tests;

/// <summary>Source-generated JSON for the answer types of these tests.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(Place))]
[JsonSerializable(typeof(List<Stop>))]
[JsonSerializable(typeof(Trip))]
[JsonSerializable(typeof(List<PlanStep>))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class PlanJsonContext : JsonSerializerContext;
