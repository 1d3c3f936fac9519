using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Wire;

/// <summary>The options of one instance as they stand now. A reload that breaks a rule is passed over while a good one is known.</summary>
/// <param name="monitor">Follows the configuration.</param>
/// <param name="name">The instance's name.</param>
/// <param name="providerName">The vendor, for errors.</param>
internal sealed class OptionsSource<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
    IOptionsMonitor<TOptions> monitor, string name, string providerName)
    where TOptions : LLMProviderOptions
{
    private TOptions? _lastGood;

    public TOptions Get()
    {
        try
        {
            var options = monitor.Get(name);
            Volatile.Write(ref _lastGood, options);
            return options;
        }
        catch (OptionsValidationException error)
        {
            return Volatile.Read(ref _lastGood) ?? throw Failure(error);
        }
    }

    private LLMServiceException Failure(OptionsValidationException error)
    {
        var details = new LLMErrorDetails { Provider = providerName };
        var text = string.Join(' ', error.Failures);
        return error.Failures.Any(failure => failure.StartsWith("The key from ", StringComparison.Ordinal))
            ? new LLMAuthenticationException(text, details)
            : new LLMInvalidRequestException(text, details);
    }
}
