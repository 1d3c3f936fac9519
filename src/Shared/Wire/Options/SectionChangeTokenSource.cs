using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace JobWise.Llm.Wire;

/// <summary>Makes a changed configuration reach the options, so that a rotated key or a new address needs no restart.</summary>
/// <param name="name">The instance's name.</param>
/// <param name="configuration">The application's configuration; may be missing.</param>
internal sealed class SectionChangeTokenSource<TOptions>(string name, IConfiguration? configuration) : IOptionsChangeTokenSource<TOptions>
{
    public string Name => name;

    public IChangeToken GetChangeToken() => configuration?.GetReloadToken() ?? new CancellationChangeToken(CancellationToken.None);
}
