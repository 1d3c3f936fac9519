using System.Text.Json;

namespace JobWise.Llm;

/// <summary>The price fields of one model of LiteLLM's file, in US dollars per million tokens.</summary>
internal sealed class LiteLLMFigures
{
    private readonly Dictionary<LiteLLMField, decimal> _figures = [];

    /// <summary>A field that should hold a price and does not; null where all do.</summary>
    public string? Unreadable { get; private set; }

    /// <summary>The fields about money that are not understood.</summary>
    public List<string> Unknown { get; } = [];

    public IEnumerable<int> Sizes => _figures.Keys.Where(key => key is { PromptAbove: > 0, Tier: "" }).Select(key => key.PromptAbove).Distinct();

    public static LiteLLMFigures Of(JsonElement model)
    {
        var figures = new LiteLLMFigures();
        foreach (var property in model.EnumerateObject())
        {
            figures.Take(property);
        }

        return figures;
    }

    public decimal? Get(LiteLLMRate rate, int promptAbove = 0, string tier = "") =>
        _figures.TryGetValue(new LiteLLMField(rate, promptAbove, tier), out var figure) ? figure : null;

    /// <summary>The fields of a service tier.</summary>
    public IEnumerable<LiteLLMField> OfTier(string tier) => _figures.Keys.Where(key => key.Tier == tier);

    private void Take(JsonProperty property)
    {
        if (property.Value.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (LiteLLMField.Parse(property.Name) is not { } field)
        {
            if (LiteLLMField.IsAboutPrice(property.Name))
            {
                Unknown.Add(property.Name);
            }
        }
        else if (PriceFigure.ReadPerToken(property.Value) is { } figure)
        {
            _figures[field] = figure;
        }
        else
        {
            Unreadable ??= property.Name;
        }
    }
}
