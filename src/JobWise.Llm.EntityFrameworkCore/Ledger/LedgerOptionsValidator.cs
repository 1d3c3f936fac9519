using Microsoft.Extensions.Options;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>Refuses settings with which the ledger could not work.</summary>
internal sealed class LedgerOptionsValidator : IValidateOptions<LLMLedgerOptions>
{
    public ValidateOptionsResult Validate(string? name, LLMLedgerOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(LLMLedgerOptions options)
    {
        if (!Enum.IsDefined(options.Mode))
        {
            yield return $"LLMLedgerOptions.Mode is {(int)options.Mode}; take Safe or Audit.";
        }

        if (string.IsNullOrWhiteSpace(options.SpoolPath))
        {
            yield return "LLMLedgerOptions.SpoolPath is empty; name a file on a local disk.";
        }

        (string Name, TimeSpan Value)[] times =
        [
            (nameof(options.WriteTimeout), options.WriteTimeout),
            (nameof(options.RetryInterval), options.RetryInterval),
            (nameof(options.DeadAfter), options.DeadAfter),
        ];
        foreach (var (name, value) in times.Where(time => time.Value <= TimeSpan.Zero || time.Value > TimeSpan.FromDays(1)))
        {
            yield return $"LLMLedgerOptions.{name} is {value:c}; it must be above zero and at most a day.";
        }
    }
}
