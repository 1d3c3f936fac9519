using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm;

/// <summary>What <c>services.AddJobWiseLlm()</c> returns and every <c>AddX()</c> extends.</summary>
public interface ILLMBuilder
{
    /// <summary>The services being built; extensions register here.</summary>
    IServiceCollection Services { get; }
}
