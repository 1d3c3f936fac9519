using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Proofs.Simulation.Subjects;

/// <summary>The product as an application uses it: <c>AddJobWiseLlm()</c> and one <c>AddProvider()</c> per simulated provider.</summary>
internal static class Product
{
    /// <param name="configure">Settings of the scenario, in code.</param>
    public static Subject With(Action<LLMPipelineOptions>? configure = null) => new("product", world => Start(world, configure));

    private static ILLMService Start(SimulatedWorld world, Action<LLMPipelineOptions>? configure)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(world.Clock);
        var builder = services.AddJobWiseLlm(options =>
        {
            options.Provider = world.First.Name;
            configure?.Invoke(options);
        });
        foreach (var provider in world.Providers)
        {
            builder.AddProvider(provider.Name, (_, _) => provider);
        }

        var built = services.BuildServiceProvider();
        world.Own(built);
        return built.GetRequiredService<ILLMService>();
    }
}
