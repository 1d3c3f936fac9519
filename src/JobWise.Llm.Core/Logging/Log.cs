using Microsoft.Extensions.Logging;

namespace JobWise.Llm;

/// <summary>Everything this package logs. No message holds a prompt, an answer or a key.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Prices from {File}: {Prices} taken over, {Skipped} models skipped, {Fields} kinds of fields left out; LLMPriceBook.Imports names them")]
    public static partial void PricesRead(this ILogger logger, string file, int prices, int skipped, int fields);

    [LoggerMessage(2, LogLevel.Warning, "Prices from {File}: {Count} are incomplete, and what they lack is unknown; first {Models}. LLMPriceBook.Imports says why")]
    public static partial void PricesIncomplete(this ILogger logger, string file, int count, string models);
}
