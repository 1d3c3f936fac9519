using System.Text.Json.Serialization;

namespace JobWise.Llm.Proofs.Guardrails;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(LabelledText))]
internal sealed partial class LabelledJsonContext : JsonSerializerContext;
