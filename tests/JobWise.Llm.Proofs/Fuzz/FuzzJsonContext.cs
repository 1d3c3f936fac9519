using System.Text.Json.Serialization;

namespace JobWise.Llm.Proofs.Fuzz;

/// <summary>Source-generated JSON for the typed mutants.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FuzzAnswer))]
internal sealed partial class FuzzJsonContext : JsonSerializerContext;
