using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline;

/// <inheritdoc cref="ILLMBuilder"/>
internal sealed record LLMBuilder(IServiceCollection Services) : ILLMBuilder;
