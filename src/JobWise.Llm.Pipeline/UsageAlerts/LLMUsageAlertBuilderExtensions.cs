using JobWise.Llm.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace JobWise.Llm;

/// <summary>Adds alerts of unusual use to the pipeline.</summary>
public static class LLMUsageAlertBuilderExtensions
{
    /// <summary>Follows what users, instances and workflows use by the hour, and tells each <see cref="ILLMUsageAlertListener"/> of one far above its own mean. Safe to call twice.</summary>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="configure">What counts as unusual.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder AddUsageAlerts(this ILLMBuilder builder, Action<LLMUsageAlertOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<LLMUsageAlertOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LLMUsageAlertOptions>, UsageAlertOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICallWatcher, UsageWatch>());
        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder;
    }
}
