using JobWise.Llm.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace JobWise.Llm;

/// <summary>Adds live metrics to the pipeline.</summary>
public static class LLMMetricsBuilderExtensions
{
    /// <summary>Keeps figures of calls in memory, and registers <see cref="ILLMMetrics"/> to read them. Safe to call twice.</summary>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="configure">How much is kept.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder AddLiveMetrics(this ILLMBuilder builder, Action<LLMMetricsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<LLMMetricsOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LLMMetricsOptions>, MetricsOptionsValidator>());
        services.TryAddSingleton<LiveMetrics>();
        services.TryAddSingleton<ILLMMetrics>(static provider => provider.GetRequiredService<LiveMetrics>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICallWatcher, LiveMetrics>(static provider => provider.GetRequiredService<LiveMetrics>()));
        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder;
    }
}
