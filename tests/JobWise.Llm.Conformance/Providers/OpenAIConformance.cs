using JobWise.Llm.Conformance.Wire;

namespace JobWise.Llm.Conformance.Providers;

public sealed class OpenAIConformance() : LLMServiceConformance(new OpenAIWireHarness(
    typeof(OpenAILLMBuilderExtensions), "openai", (builder, name, key) => builder.AddOpenAI(name, options =>
    {
        options.ApiKey = key;
        options.DefaultModel = new ProviderBehaviour().Models[0];
    })));
