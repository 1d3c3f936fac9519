using Microsoft.Extensions.Options;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Starts from the configuration and lets all code follow, in whatever order the registrations were made: code wins over the section, and
/// the section over the flat names.
/// </summary>
internal sealed class PipelineOptionsFactory(
    PipelineConfiguration configuration,
    IEnumerable<IConfigureOptions<LLMPipelineOptions>> setups,
    IEnumerable<IPostConfigureOptions<LLMPipelineOptions>> postConfigures,
    IEnumerable<IValidateOptions<LLMPipelineOptions>> validations)
    : OptionsFactory<LLMPipelineOptions>(setups, postConfigures, validations)
{
    protected override LLMPipelineOptions CreateInstance(string name)
    {
        var options = base.CreateInstance(name);
        configuration.Apply(options);
        return options;
    }
}
