using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Pipeline;

/// <summary>Binds the section <c>JobWise:Llm:Catalog</c> over the shipped models and prices.</summary>
internal sealed class CatalogConfiguration(PipelineConfiguration configuration) : IConfigureOptions<LLMCatalogOptions>
{
    private const string Path = PipelineSection.Path + ":Catalog";

    public void Configure(LLMCatalogOptions options)
    {
        if (configuration.FindSection(Path) is not { } section)
        {
            return;
        }

        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException exception)
        {
            throw new OptionsValidationException(
                Options.DefaultName,
                typeof(LLMCatalogOptions),
                [$"{exception.Message} Correct the value; the section's keys are those of LLMModelEntry and LLMPriceEntry."]);
        }
    }
}
