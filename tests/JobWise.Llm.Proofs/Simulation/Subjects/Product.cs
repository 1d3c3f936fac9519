using JobWise.Llm.Proofs.Fuzz;
using JobWise.Llm.Proofs.Simulation.Provider;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Proofs.Simulation.Subjects;

/// <summary>The product as an application uses it: <c>AddJobWiseLlm()</c> and one <c>AddProvider()</c> per simulated provider.</summary>
internal static class Product
{
    private const string JitterType = "JobWise.Llm.Pipeline.Jitter";

    /// <summary>With the limits of every provider in its settings, and with as much time for a call as it may take.</summary>
    public static Subject KnowingTheLimits { get; } = With(static (world, options) =>
    {
        options.Timeout = TimeSpan.FromDays(1);
        TellLimits(world, options);
    });

    /// <param name="configure">Settings of the scenario, in code.</param>
    public static Subject With(Action<SimulatedWorld, LLMPipelineOptions>? configure = null) => new("product", world => Start(world, configure));

    /// <summary>Puts what the simulated providers allow into the settings.</summary>
    public static void TellLimits(SimulatedWorld world, LLMPipelineOptions options) =>
        world.Providers.ForEach(provider => options.ConfigureProvider(provider.Name, settings => Set(settings.RateLimits, provider.Limits)));

    private static ILLMService Start(SimulatedWorld world, Action<SimulatedWorld, LLMPipelineOptions>? configure)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(world.Clock);
        AddChance(services, world.Seed);
        var builder = services.AddJobWiseLlm(options =>
        {
            options.Provider = world.First.Name;
            configure?.Invoke(world, options);
        });
        foreach (var provider in world.Providers)
        {
            builder.AddProvider(provider.Name, (_, _) => provider);
        }

        var built = services.BuildServiceProvider();
        world.Own(built);
        return built.GetRequiredService<ILLMService>();
    }

    private static void Set(LLMRateLimitOptions settings, SimulatedLimits limits)
    {
        settings.RequestsPerMinute = limits.RequestsPerMinute;
        settings.RequestsPerDay = limits.RequestsPerDay;
        settings.TokensPerMinute = limits.TokensPerMinute;
        settings.TokensPerDay = limits.TokensPerDay;
    }

    /// <summary>The one thing that is not public: chance, which the product takes from the process and a simulation must take from its seed.</summary>
    private static void AddChance(IServiceCollection services, int seed)
    {
        var type = typeof(LLMPipelineOptions).Assembly.GetType(JitterType)
            ?? throw new InvalidOperationException($"The product has no {JitterType} any more; two runs would differ.");
        var drawn = 0L;
        services.AddSingleton(type, Activator.CreateInstance(type, () => new Dice(seed, drawn++).Roll(1 << 20) / (double)(1 << 20))!);
    }
}
