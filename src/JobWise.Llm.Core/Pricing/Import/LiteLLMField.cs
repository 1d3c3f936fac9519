using System.Globalization;
using System.Text.RegularExpressions;

namespace JobWise.Llm;

/// <summary>One price field of LiteLLM's file, taken apart: <c>input_cost_per_token_above_272k_tokens_priority</c> is input, above 272,000, priority.</summary>
/// <param name="Rate">Which tokens it prices.</param>
/// <param name="PromptAbove">From which size of the prompt on; 0 for all.</param>
/// <param name="Tier">The service tier or <c>batches</c>; empty for the plain price.</param>
internal readonly partial record struct LiteLLMField(LiteLLMRate Rate, int PromptAbove, string Tier)
{
    /// <summary>Null for a field that prices something else than the tokens of text, or does so in a way that is not known.</summary>
    public static LiteLLMField? Parse(string name)
    {
        if (Shape().Match(name) is not { Success: true } match)
        {
            return null;
        }

        LiteLLMRate? rate = (match.Groups["base"].Value, match.Groups["hour"].Success) switch
        {
            ("input_cost_per_token", false) => LiteLLMRate.Input,
            ("output_cost_per_token", false) => LiteLLMRate.Output,
            ("output_cost_per_reasoning_token", false) => LiteLLMRate.Reasoning,
            ("cache_read_input_token_cost", false) => LiteLLMRate.CachedInput,
            ("cache_creation_input_token_cost", false) => LiteLLMRate.CacheWrite,
            ("cache_creation_input_token_cost", true) => LiteLLMRate.CacheWriteHour,
            _ => null,
        };
        var above = match.Groups["above"] is { Success: true } size ? 1000 * int.Parse(size.ValueSpan, CultureInfo.InvariantCulture) : 0;
        return rate is { } known ? new LiteLLMField(known, above, match.Groups["tier"].Value) : null;
    }

    /// <summary>Whether a field that is not known says something about money.</summary>
    public static bool IsAboutPrice(string name) => AboutPrice().IsMatch(name);

    [GeneratedRegex(
        "^(?<base>[a-z_]+?)(?<hour>_above_1hr)?(_above_(?<above>[1-9][0-9]{0,5})k_tokens)?(_(?<tier>batches|priority|flex))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();

    [GeneratedRegex("cost|price|pricing|multiplier|provider_specific_entry", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AboutPrice();
}
