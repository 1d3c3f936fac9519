using Microsoft.Extensions.Options;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Puts the configuration between the packages, which bring their defaults with <c>Configure</c>, and the user's code, which comes
/// as <c>PostConfigure</c> through <c>ConfigureWorkflow()</c>; the order of registration does not matter.
/// </summary>
internal sealed class WorkflowOptionsFactory(
    PipelineConfiguration configuration,
    IEnumerable<IConfigureOptions<LLMWorkflowOptions>> setups,
    IEnumerable<IPostConfigureOptions<LLMWorkflowOptions>> postConfigures,
    IEnumerable<IValidateOptions<LLMWorkflowOptions>> validations)
    : OptionsFactory<LLMWorkflowOptions>(
        [.. setups, new ConfigureOptions<LLMWorkflowOptions>(configuration.Apply)], postConfigures, validations);
