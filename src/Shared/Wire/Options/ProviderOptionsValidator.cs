using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Wire;

/// <summary>
/// Checks the section of one instance as it is written, then its options as they came out; every message names the key, the value unless it
/// may be a secret, and the cure.
/// </summary>
/// <param name="name">The instance's name; other names are passed over.</param>
/// <param name="vendor">Says what has a default.</param>
/// <param name="configuration">The application's configuration; may be missing.</param>
internal sealed class ProviderOptionsValidator<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
    string name, Vendor vendor, IConfiguration? configuration) : IValidateOptions<TOptions>
    where TOptions : LLMProviderOptions
{
    public ValidateOptionsResult Validate(string? optionsName, TOptions options)
    {
        if (!string.Equals(optionsName, name, StringComparison.Ordinal))
        {
            return ValidateOptionsResult.Skip;
        }

        var section = $"JobWise:Llm:Providers:{name}";
        List<string> failures = [.. WrittenSection.Find(configuration, name, typeof(TOptions))?.FindProblems() ?? []];
        // What follows only from a setting that could not be read is no mistake of its own: an address is not missing as well.
        var isAddressTold = failures.Exists(IsOfAddress) || failures.Exists(failure => IsOf(failure, nameof(options.AllowInsecureHttp)));
        failures.AddRange(OptionRules.Failures(section, options, vendor).Where(failure => !isAddressTold || !IsOfAddress(failure)));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        bool IsOfAddress(string failure) => IsOf(failure, nameof(options.BaseUrl));

        bool IsOf(string failure, string key) => failure.StartsWith($"{section}:{key} ", StringComparison.OrdinalIgnoreCase);
    }
}
