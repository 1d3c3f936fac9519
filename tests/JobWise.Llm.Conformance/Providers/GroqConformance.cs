using JobWise.Llm.Conformance.Wire;

namespace JobWise.Llm.Conformance.Providers;

public sealed class GroqConformance() : LLMServiceConformance(new OpenAIWireHarness(
    typeof(GroqLLMBuilderExtensions), "groq", (builder, name, key) => builder.AddGroq(name, options =>
    {
        options.ApiKey = key;
        options.DefaultModel = new ProviderBehaviour().Models[0];
    })));
