using Microsoft.Extensions.Options;
using static System.FormattableString;

namespace JobWise.Llm.Pipeline;

/// <summary>Checks what <c>AddLiveMetrics()</c> was given.</summary>
internal sealed class MetricsOptionsValidator : IValidateOptions<LLMMetricsOptions>
{
    public ValidateOptionsResult Validate(string? name, LLMMetricsOptions options)
    {
        List<string> failures = [];
        if (options.Minutes is < 1 or > 1440)
        {
            failures.Add(Invariant($"LLMMetricsOptions.Minutes is {options.Minutes}, but must be from 1 to 1440."));
        }

        if (options.MostSeries is < 1 or > 10_000)
        {
            failures.Add(Invariant($"LLMMetricsOptions.MostSeries is {options.MostSeries}, but must be from 1 to 10000."));
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
