using Microsoft.Extensions.Options;

namespace JobWise.Llm.Pipeline;

/// <summary>Hands out the settings in force. A reload that does not validate leaves the last good ones in force.</summary>
internal sealed class CurrentSettings : IDisposable
{
    private readonly IReadOnlyList<string> _instances;
    private readonly IDisposable? _options;
    private readonly IDisposable? _workflows;
    private volatile PipelineSettings _value;

    public CurrentSettings(
        IOptionsMonitor<LLMPipelineOptions> options,
        IOptionsMonitor<LLMWorkflowOptions> workflows,
        ProviderDirectory providers)
    {
        _instances = providers.Names;
        _value = new PipelineSettings(options.CurrentValue, workflows.CurrentValue, _instances);
        _options = options.OnChange(changed => _value = new PipelineSettings(changed, _value.Workflows, _instances));
        _workflows = workflows.OnChange(changed => _value = new PipelineSettings(_value.Options, changed, _instances));
    }

    public PipelineSettings Value => _value;

    public void Dispose()
    {
        _options?.Dispose();
        _workflows?.Dispose();
    }
}
