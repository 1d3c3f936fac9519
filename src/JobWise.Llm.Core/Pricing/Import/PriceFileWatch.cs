using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace JobWise.Llm;

/// <summary>Reads the price files at start, says in the log what was not taken over, and stops a start with a file that cannot be read.</summary>
internal sealed class PriceFileWatch(ILoggerFactory? loggerFactory = null) : IValidateOptions<LLMCatalogOptions>
{
    private const int MostNames = 10;

    private readonly ILogger _logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger("JobWise.Llm.Pricing");

    public ValidateOptionsResult Validate(string? name, LLMCatalogOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> failures = [];
        for (var i = 0; i < options.PriceFiles.Count; i++)
        {
            try
            {
                Report(options.PriceFiles[i].Path ?? "a stream", options.PriceFiles[i].Load());
            }
            catch (InvalidDataException error)
            {
                failures.Add($"JobWise:Llm:Catalog:PriceFiles:{i}: {error.Message}");
            }
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private void Report(string file, LLMPriceImport import)
    {
        _logger.PricesRead(file, import.Prices.Count, import.Skipped.Count, import.LeftOut.Count);
        if (import.Warnings.Count > 0)
        {
            var names = string.Join(", ", import.Warnings.Select(warning => warning.Model).Distinct(StringComparer.Ordinal).Take(MostNames));
            _logger.PricesIncomplete(file, import.Warnings.Count, names);
        }
    }
}
