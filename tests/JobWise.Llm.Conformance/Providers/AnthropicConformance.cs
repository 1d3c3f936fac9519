using JobWise.Llm.Conformance.Wire;

namespace JobWise.Llm.Conformance.Providers;

public sealed class AnthropicConformance() : LLMServiceConformance(new AnthropicWireHarness());
