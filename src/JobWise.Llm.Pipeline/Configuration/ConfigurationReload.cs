using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace JobWise.Llm.Pipeline;

/// <summary>Makes options of this type be read anew when the configuration is reloaded.</summary>
/// <typeparam name="TOptions">The options concerned.</typeparam>
internal sealed class ConfigurationReload<TOptions>(PipelineConfiguration configuration) : IOptionsChangeTokenSource<TOptions>
{
    public string Name => Microsoft.Extensions.Options.Options.DefaultName;

    public IChangeToken GetChangeToken() => configuration.GetReloadToken();
}
