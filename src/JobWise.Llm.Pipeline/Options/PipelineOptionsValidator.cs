using Microsoft.Extensions.Options;

namespace JobWise.Llm.Pipeline;

/// <summary>Checks the configuration as it is written, then the options as they came out, and reports everything at once.</summary>
internal sealed class PipelineOptionsValidator(PipelineConfiguration configuration, ProviderDirectory providers, RateLimitPresets presets)
    : IValidateOptions<LLMPipelineOptions>
{
    private const string Options = nameof(LLMPipelineOptions);

    public ValidateOptionsResult Validate(string? name, LLMPipelineOptions options)
    {
        List<string> problems =
        [
            .. configuration.FindProblemsOfPipeline(),
            .. configuration.FindUnknownInstances(providers),
            .. FindProblems(options).OfType<string>(),
        ];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string?> FindProblems(LLMPipelineOptions options)
    {
        yield return Rules.Temperature.Check(Options + ".Temperature", options.Temperature);
        yield return Rules.MaxTokens.Check(Options + ".MaxTokens", options.MaxTokens);
        yield return Rules.Wait.Check(Options + ".Timeout", options.Timeout);
        yield return Rules.MostSends.Check(Options + ".MostSends", options.MostSends);
        yield return Rules.Wait.Check(Options + ".AttemptTimeouts.FirstContent", options.AttemptTimeouts.FirstContent);
        yield return Rules.Wait.Check(Options + ".AttemptTimeouts.Idle", options.AttemptTimeouts.Idle);
        yield return options.AttemptTimeouts.Attempt is { } attempt ? Rules.Wait.Check(Options + ".AttemptTimeouts.Attempt", attempt) : null;
        IEnumerable<string?> nested =
        [
            .. FindProblems(options.Retry),
            .. CircuitBreakerSection.FindProblems(Options, options.CircuitBreaker),
            .. RoutingSection.FindProblems(Options, options.Routing, providers),
            .. RateLimitSection.FindProblems(Options + ".RateLimiting.", options.RateLimiting),
            .. GuardrailRules.FindProblems(options.Guardrails),
            .. options.Providers.SelectMany(instance => FindProblems(instance.Key, instance.Value)),
        ];
        foreach (var problem in nested)
        {
            yield return problem;
        }

        yield return FindProblemOfProvider(options.Provider);
    }

    private static IEnumerable<string?> FindProblems(LLMRetryOptions retry)
    {
        const string Key = Options + ".Retry.";
        yield return Rules.MaxAttempts.Check(Key + "MaxAttempts", retry.MaxAttempts);
        yield return Rules.Delay.Check(Key + "BaseDelay", retry.BaseDelay);
        yield return Rules.Factor.Check(Key + "Factor", retry.Factor);
        yield return Rules.Delay.Check(Key + "MaxDelay", retry.MaxDelay);
        yield return Rules.Hint.Check(Key + "MaxRetryAfter", retry.MaxRetryAfter);
        yield return Rules.Share.Check(Key + "BudgetRatio", retry.BudgetRatio);
        yield return Rules.Count.Check(Key + "BudgetFloor", retry.BudgetFloor);
        yield return retry.MaxDelay >= retry.BaseDelay ? null
            : $"The retry's MaxDelay is {retry.MaxDelay:c}, below its BaseDelay of {retry.BaseDelay:c}. Raise {PipelineSection.Path}:Retry:MaxDelay or lower BaseDelay.";
    }

    private IEnumerable<string?> FindProblems(string instance, LLMInstanceOptions settings)
    {
        var key = $"{Options}.Providers[\"{instance}\"].";
        yield return settings.MaxAttempts is { } attempts ? Rules.MaxAttempts.Check(key + "MaxAttempts", attempts) : null;
        yield return settings.FirstContentTimeout is { } first ? Rules.Wait.Check(key + "FirstContentTimeout", first) : null;
        yield return settings.IdleTimeout is { } idle ? Rules.Wait.Check(key + "IdleTimeout", idle) : null;
        yield return settings.AttemptTimeout is { } attempt ? Rules.Wait.Check(key + "AttemptTimeout", attempt) : null;
        yield return settings.Temperature is { } temperature ? Rules.Temperature.Check(key + "Temperature", temperature) : null;
        yield return settings.MaxTokens is { } tokens ? Rules.MaxTokens.Check(key + "MaxTokens", tokens) : null;
        foreach (var problem in RateLimitSection.FindProblems(key, settings, presets))
        {
            yield return problem;
        }
    }

    private string? FindProblemOfProvider(string? provider)
    {
        if (providers.Names.Count == 0)
        {
            return "No provider is registered. Add one to the builder that AddJobWiseLlm() returns, such as AddGroq() from the package "
                + "JobWise.Llm.Groq, or AddMock() from JobWise.Llm.Mock to work without a key.";
        }

        if (provider is null)
        {
            return providers.Names.Count == 1 ? null
                : $"{PipelineSection.Path}:Provider is not set, and {providers.Names.Count} providers are registered: "
                    + $"{string.Join(", ", providers.Names)}. Set it, or LLM_PROVIDER, to one of them.";
        }

        return providers.Has(provider) ? null : $"{configuration.NameProviderKey(provider)} is '{provider}'. {providers.ExplainMissing(provider)}";
    }
}
