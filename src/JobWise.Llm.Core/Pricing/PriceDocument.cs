namespace JobWise.Llm;

/// <summary>The shape of <c>prices.json</c>.</summary>
internal sealed class PriceDocument
{
    public required DateOnly DataDate { get; set; }

    public required Dictionary<string, string> Sources { get; set; }

    /// <summary>The service tiers that cost the plain price, by vendor; <c>*</c> stands for all vendors that are not named.</summary>
    public required Dictionary<string, List<string>> StandardServiceTiers { get; set; }

    public required List<LLMPriceEntry> Prices { get; set; }
}
