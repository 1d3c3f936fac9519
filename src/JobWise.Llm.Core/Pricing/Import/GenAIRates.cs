using System.Text.Json;

namespace JobWise.Llm;

/// <summary>One set of prices of genai-prices. A price may go by the size of the prompt; then it holds for the whole request.</summary>
internal sealed class GenAIRates
{
    private const string PerRequest = "requests_kcount";

    private static readonly string[] Known =
        ["input_mtok", "output_mtok", "output_reasoning_mtok", "cache_read_mtok", "cache_write_mtok", "cache_write_5m_mtok", "cache_write_1h_mtok"];

    private readonly Dictionary<string, SortedDictionary<int, decimal>> _prices = new(StringComparer.Ordinal);

    /// <summary>Why the model cannot be priced by it; null when it can.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>Prices of what is not text.</summary>
    public List<string> Unknown { get; } = [];

    public static GenAIRates Of(JsonElement json)
    {
        var rates = new GenAIRates();
        foreach (var property in json.EnumerateObject())
        {
            rates.Take(property);
        }

        rates.WhyNot ??= !rates._prices.ContainsKey("input_mtok") ? "It has no price for input."
            : !rates._prices.ContainsKey("output_mtok") ? "It has no price for output."
            : rates.At("input_mtok", 0) == 0 && rates.At("output_mtok", 0) == 0 ? "Its prices are 0, which may mean free or unknown."
            : null;
        return rates;
    }

    public LLMPriceEntry ToPrice()
    {
        var price = new LLMPriceEntry { SizeTiers = [] };
        Fill(price, 0);
        foreach (var start in _prices.Values.SelectMany(steps => steps.Keys).Where(start => start > 0).Distinct().Order())
        {
            var size = new LLMPriceSizeEntry { PromptAbove = start };
            Fill(size, start);
            price.SizeTiers.Add(size);
        }

        return price;
    }

    private void Take(JsonProperty property)
    {
        if (property.Value.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (property.Name == PerRequest)
        {
            WhyNot ??= "It costs something per request besides its tokens, which no price here can say.";
        }
        else if (!Known.Contains(property.Name))
        {
            Unknown.Add(property.Name);
        }
        else if (Steps(property.Value) is { } steps)
        {
            _prices[property.Name] = steps;
        }
        else
        {
            WhyNot ??= $"Its {property.Name} is not an amount of US dollars.";
        }
    }

    private static SortedDictionary<int, decimal>? Steps(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return PriceFigure.Read(json) is { } flat ? new() { [0] = flat } : null;
        }

        var steps = new SortedDictionary<int, decimal>();
        if (!json.TryGetProperty("base", out var first) || PriceFigure.Read(first) is not { } price || !json.TryGetProperty("tiers", out var tiers))
        {
            return null;
        }

        steps[0] = price;
        foreach (var tier in tiers.EnumerateArray())
        {
            if (!tier.GetProperty("start").TryGetInt32(out var start) || start <= 0 || PriceFigure.Read(tier.GetProperty("price")) is not { } dearer)
            {
                return null;
            }

            steps[start] = dearer;
        }

        return steps;
    }

    private void Fill(LLMRateEntry rates, int start)
    {
        rates.Input = At("input_mtok", start);
        rates.Output = At("output_mtok", start);
        rates.Reasoning = At("output_reasoning_mtok", start) is { } reasoning && reasoning != rates.Output ? reasoning : null;
        rates.CachedInput = At("cache_read_mtok", start);
        rates.CacheWrite = At("cache_write_mtok", start);
        var (minutes, hour) = (At("cache_write_5m_mtok", start) ?? rates.CacheWrite, At("cache_write_1h_mtok", start));
        if (hour is not null)
        {
            rates.CacheWriteByKind = new() { ["1h"] = hour.Value };
            if (minutes is not null)
            {
                rates.CacheWriteByKind["5m"] = minutes.Value;
            }
        }
    }

    private decimal? At(string name, int start) =>
        _prices.TryGetValue(name, out var steps) ? steps.Last(step => step.Key <= start).Value : null;
}
