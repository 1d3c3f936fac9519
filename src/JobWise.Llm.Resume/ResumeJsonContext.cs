using System.Text.Json.Serialization;

namespace JobWise.Llm.Resume;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Stage1Answer))]
[JsonSerializable(typeof(Stage2Answer))]
internal sealed partial class ResumeJsonContext : JsonSerializerContext;
