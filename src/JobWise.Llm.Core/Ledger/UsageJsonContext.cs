using System.Text.Json.Serialization;

namespace JobWise.Llm;

/// <summary>Writes reports without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LLMUsageReport))]
internal sealed partial class UsageJsonContext : JsonSerializerContext;
