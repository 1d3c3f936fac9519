using Microsoft.Extensions.Options;
using static System.FormattableString;

namespace JobWise.Llm.Pipeline;

/// <summary>Checks what <c>AddUsageAlerts()</c> was given.</summary>
internal sealed class UsageAlertOptionsValidator : IValidateOptions<LLMUsageAlertOptions>
{
    public ValidateOptionsResult Validate(string? name, LLMUsageAlertOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(LLMUsageAlertOptions options)
    {
        if (options.Deviations is not (>= 1 and <= 100))
            yield return Invariant($"LLMUsageAlertOptions.Deviations is {options.Deviations}, but must be from 1 to 100.");
        if (options.Factor is not (>= 1 and <= 1000))
            yield return Invariant($"LLMUsageAlertOptions.Factor is {options.Factor}, but must be from 1 to 1000.");
        if (options.LeastUsd < 0)
            yield return Invariant($"LLMUsageAlertOptions.LeastUsd is {options.LeastUsd}, but must be 0 or more.");
        if (options.LeastTokens < 0)
            yield return Invariant($"LLMUsageAlertOptions.LeastTokens is {options.LeastTokens}, but must be 0 or more.");
        if (options.LeastHours is < 1 or > 1000)
            yield return Invariant($"LLMUsageAlertOptions.LeastHours is {options.LeastHours}, but must be from 1 to 1000.");
        if (options.HalfLife < TimeSpan.FromHours(1) || options.HalfLife > TimeSpan.FromHours(1000))
            yield return Invariant($"LLMUsageAlertOptions.HalfLife is {options.HalfLife}, but must be from 1 to 1000 hours.");
        if (options.MostFollowed is < 1 or > 1_000_000)
            yield return Invariant($"LLMUsageAlertOptions.MostFollowed is {options.MostFollowed}, but must be from 1 to 1000000.");
    }
}
