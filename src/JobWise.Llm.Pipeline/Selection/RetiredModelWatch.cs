using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Warns at start when a configured model has ended, and names its replacement. It runs as a validator because that is what happens at start,
/// but never fails: the vendor may still serve the model to this account.
/// </summary>
internal sealed class RetiredModelWatch(IServiceProvider services, ProviderDirectory providers, TimeProvider timeProvider)
    : IValidateOptions<LLMPipelineOptions>
{
    public ValidateOptionsResult Validate(string? name, LLMPipelineOptions options)
    {
        try
        {
            Warn(options);
        }
        catch (Exception error) when (error is OptionsValidationException or LLMServiceException)
        {
            // Other options, or a provider's own, are wrong: their validation tells at start, with all messages at once.
        }

        return ValidateOptionsResult.Skip;
    }

    private void Warn(LLMPipelineOptions options)
    {
        var instance = options.Provider ?? (providers.Names.Count == 1 ? providers.Names[0] : null);
        if (instance is null || !providers.Has(instance))
        {
            return;
        }

        var workflows = services.GetRequiredService<IOptionsMonitor<LLMWorkflowOptions>>().CurrentValue;
        var logger = (services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger(Log.Category);
        var catalog = services.GetRequiredService<LLMModelCatalog>();
        var today = timeProvider.Today();
        foreach (var choice in ModelChoices.Find(instance, providers, workflows, options.Routing))
        {
            if (catalog.ExplainRetirement(choice.Vendor, choice.Model, today) is { } notice)
            {
                logger.RetiredModel(notice, choice.Source);
            }
        }
    }
}
