using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Conformance.Wire;

/// <summary>A builder without a pipeline: providers are tested bare.</summary>
internal sealed class TestBuilder : ILLMBuilder
{
    public IServiceCollection Services { get; } = new ServiceCollection();
}
