using Microsoft.Extensions.Options;

namespace JobWise.Llm.Pipeline;

/// <summary>Checks the settings of every workflow, and that the provider each names exists.</summary>
internal sealed class WorkflowOptionsValidator(PipelineConfiguration configuration, ProviderDirectory providers)
    : IValidateOptions<LLMWorkflowOptions>
{
    public ValidateOptionsResult Validate(string? name, LLMWorkflowOptions options)
    {
        List<string> problems =
        [
            .. configuration.FindProblemsOfWorkflows(),
            .. options.Workflows.SelectMany(workflow => FindProblems(workflow.Key, workflow.Value)).OfType<string>(),
        ];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string?> FindProblems(string workflow, LLMWorkflowSettings settings)
    {
        var key = $"LLMWorkflowOptions.Workflows[\"{workflow}\"].";
        yield return settings.Temperature is { } temperature ? Rules.Temperature.Check(key + "Temperature", temperature) : null;
        yield return settings.MaxTokens is { } tokens ? Rules.MaxTokens.Check(key + "MaxTokens", tokens) : null;
        yield return settings.Provider is { } provider && !providers.Has(provider)
            ? $"{WorkflowSection.Path}:{workflow}:Provider is '{provider}'. {providers.ExplainMissing(provider)}"
            : null;
    }
}
