using System.Text.Json.Serialization;

namespace JobWise.Llm.Benchmarks.Wire;

/// <summary>Source-generated JSON for the typed answer; every client reads it with this.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Ranking))]
internal sealed partial class RankingJsonContext : JsonSerializerContext;
