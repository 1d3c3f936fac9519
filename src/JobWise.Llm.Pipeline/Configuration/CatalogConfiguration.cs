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

        List<string> problems = [.. CatalogKeys.FindUnknown(section)];
        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException exception)
        {
            problems.Add($"{exception.Message} Correct the value; the section's keys are those of LLMModelEntry, LLMPriceEntry and LLMPriceFile.");
        }

        if (problems.Count > 0)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(LLMCatalogOptions), problems);
        }
    }
}
