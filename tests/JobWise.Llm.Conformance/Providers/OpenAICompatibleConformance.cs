using JobWise.Llm.Conformance.Wire;

namespace JobWise.Llm.Conformance.Providers;

public sealed class OpenAICompatibleConformance() : LLMServiceConformance(new OpenAIWireHarness(
    typeof(OpenAICompatibleLLMBuilderExtensions), "openai_compatible", (builder, name, key) => builder.AddOpenAICompatible(name, options =>
    {
        options.BaseUrl = new Uri("https://models.example/v1");
        options.ApiKey = key;
    })));
