using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Wire;

/// <summary>Fills the options of one instance from its section, where the application has a configuration at all.</summary>
/// <param name="name">The instance's name.</param>
/// <param name="configuration">The application's configuration; may be missing.</param>
/// <param name="bind">The generated binder.</param>
internal sealed class ConfigureFromSection<TOptions>(string name, IConfiguration? configuration, Action<IConfiguration, TOptions> bind)
    : IConfigureNamedOptions<TOptions>
    where TOptions : class
{
    public void Configure(TOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? optionsName, TOptions options)
    {
        if (configuration is not null && string.Equals(optionsName, name, StringComparison.Ordinal))
        {
            Bind(configuration.GetSection($"JobWise:Llm:Providers:{name}"), options);
        }
    }

    private void Bind(IConfigurationSection section, TOptions options)
    {
        try
        {
            bind(section, options);
        }
        catch (InvalidOperationException exception)
        {
            // The binder names the key and the value, which no key of a provider can be: a text needs no conversion.
            throw new OptionsValidationException(name, typeof(TOptions), [$"{exception.Message} Correct the value; times are written hh:mm:ss."]);
        }
    }
}
