using System.Text.Json;
using static System.FormattableString;

namespace JobWise.Llm;

/// <summary>Reads the <c>data.json</c> of pydantic's genai-prices: a list of vendors, or since its third version an object that holds it.</summary>
internal sealed class GenAIPriceReader(DateOnly asOf, PriceImportNotes notes)
{
    public void Read(JsonElement root)
    {
        var vendors = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("providers", out var inner) ? inner : root;
        if (vendors.ValueKind != JsonValueKind.Array)
        {
            throw new InvalidDataException("The price file is not a list of providers; give the data.json of genai-prices.");
        }

        foreach (var vendor in vendors.EnumerateArray())
        {
            ReadVendor(vendor);
        }
    }

    private void ReadVendor(JsonElement vendor)
    {
        var id = vendor.GetProperty("id").GetString()!;
        var names = new GenAINames(vendor.GetProperty("models"));
        foreach (var model in vendor.GetProperty("models").EnumerateArray())
        {
            ReadModel(id, model, names.Of(model));
        }
    }

    private void ReadModel(string vendor, JsonElement model, IReadOnlyList<string> names)
    {
        var name = $"{vendor}/{names[0]}";
        if (GenAIPriceHistory.Of(model.GetProperty("prices"), asOf, out var problem) is not { } history)
        {
            notes.Skip(name, problem!);
            return;
        }

        var prices = new List<(DateOnly? Day, GenAIRates Rates)>();
        foreach (var (day, json) in history)
        {
            var rates = GenAIRates.Of(json);
            if (rates.WhyNot is { } reason)
            {
                notes.Skip(name, reason);
                return;
            }

            prices.Add((day, rates));
        }

        prices.SelectMany(price => price.Rates.Unknown).Distinct().ToList().ForEach(notes.LeaveOut);
        foreach (var each in names)
        {
            prices.ForEach(price => Add(vendor, each, price.Day, price.Rates));
        }
    }

    private void Add(string vendor, string model, DateOnly? day, GenAIRates rates)
    {
        var price = rates.ToPrice();
        price.Source = Invariant($"genai-prices, as of {asOf:yyyy-MM-dd}");
        notes.Add(vendor, model, day, price);
    }
}
