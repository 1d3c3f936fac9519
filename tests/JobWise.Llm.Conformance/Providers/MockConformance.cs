namespace JobWise.Llm.Conformance.Providers;

public sealed class MockConformance() : LLMServiceConformance(new MockHarness());
