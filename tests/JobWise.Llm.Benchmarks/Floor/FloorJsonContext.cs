using System.Text.Json.Serialization;
using JobWise.Llm.Benchmarks.Wire;

namespace JobWise.Llm.Benchmarks.Floor;

/// <summary>Source-generated JSON for the floor and for the typed answer.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(FloorRequest))]
[JsonSerializable(typeof(FloorResponse))]
[JsonSerializable(typeof(Ranking))]
internal sealed partial class FloorJsonContext : JsonSerializerContext;
