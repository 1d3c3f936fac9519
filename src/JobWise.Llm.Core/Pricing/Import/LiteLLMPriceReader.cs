using System.Text.Json;
using static System.FormattableString;

namespace JobWise.Llm;

/// <summary>Reads LiteLLM's <c>model_prices_and_context_window.json</c>.</summary>
internal sealed class LiteLLMPriceReader(DateOnly asOf, PriceImportNotes notes)
{
    private const string Sample = "sample_spec";

    public void Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException("The price file is not an object of models; give LiteLLM's model_prices_and_context_window.json.");
        }

        foreach (var model in root.EnumerateObject())
        {
            if (model.Name != Sample)
            {
                ReadModel(model.Name, model.Value);
            }
        }
    }

    private void ReadModel(string name, JsonElement model)
    {
        if (model.ValueKind != JsonValueKind.Object
            || !model.TryGetProperty("litellm_provider", out var vendor) || vendor.GetString() is not { Length: > 0 } provider)
        {
            notes.Skip(name, "It names no litellm_provider.");
            return;
        }

        var figures = LiteLLMFigures.Of(model);
        figures.Unknown.ForEach(notes.LeaveOut);
        if (WhyNot(figures) is { } reason)
        {
            notes.Skip(name, reason);
            return;
        }

        notes.Add(provider, IdOf(name, provider), asOf, ToPrice(name, figures));
    }

    private static string? WhyNot(LiteLLMFigures figures) =>
        figures.Unreadable is { } field ? $"Its {field} is not an amount of US dollars per token."
        : figures.Unknown.Contains("tiered_pricing") ? "Its prices go by ranges of its own (tiered_pricing), which are not read."
        : figures.Get(LiteLLMRate.Input) is null ? "It has no price for a token of input."
        : figures.Get(LiteLLMRate.Output) is null ? "It has no price for a token of output."
        : figures.Get(LiteLLMRate.Input) == 0 && figures.Get(LiteLLMRate.Output) == 0 ? "Its prices are 0, which the file writes for free and for unknown alike."
        : null;

    /// <summary>The file writes the vendor before the model where the model's name alone would not do.</summary>
    private static string IdOf(string name, string provider) =>
        name.StartsWith(provider + "/", StringComparison.OrdinalIgnoreCase) ? name[(provider.Length + 1)..] : name;

    private LLMPriceEntry ToPrice(string name, LiteLLMFigures figures)
    {
        var price = new LLMPriceEntry { SizeTiers = [.. figures.Sizes.Order().Select(above => ToSize(name, figures, above))], Source = Invariant($"LiteLLM's price file, as of {asOf:yyyy-MM-dd}") };
        Fill(price, figures, 0);
        var tiers = new LiteLLMTiers(figures, text => notes.Warn(name, text));
        price.BatchFactor = tiers.Factor("batches");
        price.CacheStacksWithBatch = price.BatchFactor is { } part ? tiers.CacheStacksWithBatch(part) : null;
        foreach (var tier in (string[])["flex", "priority"])
        {
            if (tiers.Factor(tier) is { } factor)
            {
                (price.ServiceTierFactors ??= [])[tier] = factor;
            }
        }

        return price;
    }

    private LLMPriceSizeEntry ToSize(string name, LiteLLMFigures figures, int above)
    {
        var size = new LLMPriceSizeEntry { PromptAbove = above };
        Fill(size, figures, above);
        if (size.Input is null || size.Output is null)
        {
            notes.Warn(name, Invariant($"It has no price for {(size.Input is null ? "input" : "output")} above {above} prompt tokens; the cost of such calls is unknown."));
        }

        return size;
    }

    private static void Fill(LLMRateEntry rates, LiteLLMFigures figures, int above)
    {
        rates.Input = figures.Get(LiteLLMRate.Input, above);
        rates.Output = figures.Get(LiteLLMRate.Output, above);
        rates.Reasoning = figures.Get(LiteLLMRate.Reasoning, above) is { } reasoning && reasoning != rates.Output ? reasoning : null;
        rates.CachedInput = figures.Get(LiteLLMRate.CachedInput, above);
        rates.CacheWrite = figures.Get(LiteLLMRate.CacheWrite, above);
        if (figures.Get(LiteLLMRate.CacheWriteHour, above) is { } hour)
        {
            rates.CacheWriteByKind = new() { ["1h"] = hour };
            if (rates.CacheWrite is { } minutes)
            {
                rates.CacheWriteByKind["5m"] = minutes;
            }
        }
    }
}
