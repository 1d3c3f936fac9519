using Microsoft.Extensions.Options;

namespace JobWise.Llm.Wire;

/// <summary>Checks the options of one instance; every message names the key, the value unless it may be a secret, and the cure.</summary>
/// <param name="name">The instance's name; other names are passed over.</param>
/// <param name="dialect">Says what has a default.</param>
internal sealed class OpenAIProtocolOptionsValidator<TOptions>(string name, OpenAIDialect dialect) : IValidateOptions<TOptions>
    where TOptions : OpenAIProtocolOptions
{
    public ValidateOptionsResult Validate(string? optionsName, TOptions options)
    {
        if (!string.Equals(optionsName, name, StringComparison.Ordinal))
        {
            return ValidateOptionsResult.Skip;
        }

        List<string> failures = [.. OptionRules.Failures($"JobWise:Llm:Providers:{name}", options, dialect)];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
