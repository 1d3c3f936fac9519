using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.TestKit;

/// <summary>A builder without the pipeline, so that a provider package can be tested alone.</summary>
public sealed class TestLLMBuilder(IServiceCollection services) : ILLMBuilder
{
    public IServiceCollection Services { get; } = services;
}
