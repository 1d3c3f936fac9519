using Microsoft.Extensions.Configuration;

namespace JobWise.Llm.Pipeline;

/// <summary>Maps the section <c>JobWise:Llm</c> to <see cref="LLMPipelineOptions"/>.</summary>
internal static class PipelineSection
{
    public const string Path = "JobWise:Llm";

    public static void Read(IConfiguration configuration, LLMPipelineOptions options, ICollection<string> problems)
    {
        var section = new SettingReader(configuration.GetSection(Path), problems);
        options.Provider = section.Text("Provider") ?? options.Provider;
        section.Read("Temperature", Rules.Temperature, value => options.Temperature = value);
        section.Read("MaxTokens", Rules.MaxTokens, value => options.MaxTokens = value);
        section.Read("Timeout", Rules.Wait, value => options.Timeout = value);
        section.Read("MostSends", Rules.MostSends, value => options.MostSends = value);
        ReadRetry(section.Section("Retry"), options.Retry);
        ReadTimeouts(section.Section("AttemptTimeouts"), options.AttemptTimeouts);
        CircuitBreakerSection.Read(section.Section("CircuitBreaker"), options.CircuitBreaker);
        RoutingSection.Read(section.Section("Routing"), options.Routing);
        RateLimitSection.Read(section.Section("RateLimiting"), options.RateLimiting);
        CacheSection.Read(section.Section("Cache"), options.Cache);
        BudgetSection.Read(section.Section("Budgets"), options.Budgets);
        GuardrailSection.Read(section.Section("Guardrails"), options.Guardrails);
        ReadInstances(section.Section("Providers"), options);
        _ = section.Section("Workflows");
        section.RefuseUnknownKeys(sectionsToo: false);
    }

    private static void ReadRetry(SettingReader section, LLMRetryOptions retry)
    {
        section.Read("MaxAttempts", Rules.MaxAttempts, value => retry.MaxAttempts = value);
        section.Read("BaseDelay", Rules.Delay, value => retry.BaseDelay = value);
        section.Read("Factor", Rules.Factor, value => retry.Factor = value);
        section.Read("MaxDelay", Rules.Delay, value => retry.MaxDelay = value);
        section.Read("MaxRetryAfter", Rules.Hint, value => retry.MaxRetryAfter = value);
        section.Read("BudgetRatio", Rules.Share, value => retry.BudgetRatio = value);
        section.Read("BudgetFloor", Rules.Count, value => retry.BudgetFloor = value);
        section.RefuseUnknownKeys();
    }

    private static void ReadTimeouts(SettingReader section, LLMAttemptTimeoutOptions timeouts)
    {
        section.Read("FirstContent", Rules.Wait, value => timeouts.FirstContent = value);
        section.Read("Idle", Rules.Wait, value => timeouts.Idle = value);
        section.Read("Attempt", Rules.Wait, value => timeouts.Attempt = value);
        section.RefuseUnknownKeys();
    }

    /// <summary>The provider's package reads further keys of the same section, so unknown ones are not refused here.</summary>
    private static void ReadInstances(SettingReader section, LLMPipelineOptions options)
    {
        foreach (var name in section.Keys())
        {
            var instance = section.Section(name);
            options.ConfigureProvider(name, settings =>
            {
                instance.Read("MaxAttempts", Rules.MaxAttempts, value => settings.MaxAttempts = value);
                instance.Read("FirstContentTimeout", Rules.Wait, value => settings.FirstContentTimeout = value);
                instance.Read("IdleTimeout", Rules.Wait, value => settings.IdleTimeout = value);
                instance.Read("AttemptTimeout", Rules.Wait, value => settings.AttemptTimeout = value);
                instance.Read("Temperature", Rules.Temperature, value => settings.Temperature = value);
                instance.Read("MaxTokens", Rules.MaxTokens, value => settings.MaxTokens = value);
                RateLimitSection.ReadInstance(instance, settings);
            });
        }
    }
}
