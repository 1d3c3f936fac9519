using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Wire;

/// <summary>Fills the options of one instance from its section, where the application has a configuration at all.</summary>
/// <param name="name">The instance's name.</param>
/// <param name="configuration">The application's configuration; may be missing.</param>
/// <param name="bind">The generated binder.</param>
internal sealed class ConfigureFromSection<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
    string name, IConfiguration? configuration, Action<IConfiguration, TOptions> bind)
    : IConfigureNamedOptions<TOptions>
    where TOptions : class
{
    public void Configure(TOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? optionsName, TOptions options)
    {
        if (string.Equals(optionsName, name, StringComparison.Ordinal) && WrittenSection.Find(configuration, name, typeof(TOptions)) is { } section)
        {
            Bind(section.Readable(), options);
        }
    }

    private void Bind(IConfiguration section, TOptions options)
    {
        try
        {
            bind(section, options);
        }
        catch (InvalidOperationException exception)
        {
            // Of a vendor's own kind of option. The binder names the key and the value, which no secret can be: a text needs no conversion.
            throw new OptionsValidationException(
                name, typeof(TOptions), [$"JobWise:Llm:Providers:{name}: {exception.Message} Correct the value."]);
        }
    }
}
