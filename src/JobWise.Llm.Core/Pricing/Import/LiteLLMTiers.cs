namespace JobWise.Llm;

/// <summary>
/// Turns the prices of a service tier, or of batches, into what the tier costs of the plain price. Where the tier does not cost the same part
/// of every price, there is no such factor, and the price of the tier stays unknown.
/// </summary>
internal sealed class LiteLLMTiers(LiteLLMFigures figures, Action<string> warn)
{
    /// <summary>The file is written by a program that computes in binary fractions.</summary>
    private const decimal Noise = 1e-9m;

    private const string Batches = "batches";

    public decimal? Factor(string tier)
    {
        LiteLLMField[] fields = [.. figures.OfTier(tier)];
        if (fields.Length == 0)
        {
            return null;
        }

        var factor = PriceFigure.Ratio(figures.Get(LiteLLMRate.Input, tier: tier), figures.Get(LiteLLMRate.Input));
        var output = PriceFigure.Ratio(figures.Get(LiteLLMRate.Output, tier: tier), figures.Get(LiteLLMRate.Output));
        if (factor is null or 0 || output is null)
        {
            warn($"It has no complete price for {Words(tier)}, so that their cost is unknown.");
            return null;
        }

        if (fields.Any(field => !IsOfCache(field, tier) && !Follows(field, factor.Value)))
        {
            warn($"Its prices for {Words(tier)} are not one multiple of the plain ones, so that their cost is unknown.");
            return null;
        }

        return factor;
    }

    /// <summary>Null where the file does not say, or says neither that cached input costs the batch's part of its price nor that it costs as much as other input.</summary>
    public bool? CacheStacksWithBatch(decimal factor)
    {
        if (figures.Get(LiteLLMRate.CachedInput, tier: Batches) is not { } cached)
        {
            return null;
        }

        var isCheaper = Follows(new LiteLLMField(LiteLLMRate.CachedInput, 0, Batches), factor);
        if (!isCheaper && cached != figures.Get(LiteLLMRate.Input, tier: Batches))
        {
            warn("Its price for cached input in batches fits no known rule, so that their cost is unknown.");
            return null;
        }

        return isCheaper;
    }

    /// <summary>Cached input has a rule of its own in batches.</summary>
    private static bool IsOfCache(LiteLLMField field, string tier) => tier == Batches && field.Rate == LiteLLMRate.CachedInput;

    private bool Follows(LiteLLMField field, decimal factor) =>
        figures.Get(field.Rate, field.PromptAbove) is { } plain && Math.Abs((plain * factor) - figures.Get(field.Rate, field.PromptAbove, field.Tier)!.Value) <= Noise * plain;

    private static string Words(string tier) => tier == Batches ? "batches" : $"calls of the tier '{tier}'";
}
