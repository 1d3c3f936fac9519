using System.Globalization;
using System.Text.Json;

namespace JobWise.Llm;

/// <summary>
/// The prices of one model of genai-prices by day. The one that holds on the day of the file is listed under that day as well, since the file
/// confirms it then.
/// </summary>
internal static class GenAIPriceHistory
{
    /// <param name="prices">One set of prices, or a list of them with conditions, of which the last that applies counts.</param>
    /// <param name="asOf">The day of the file.</param>
    /// <param name="problem">Why there is no result.</param>
    public static IReadOnlyList<(DateOnly? Day, JsonElement Prices)>? Of(JsonElement prices, DateOnly asOf, out string? problem)
    {
        problem = null;
        if (prices.ValueKind == JsonValueKind.Object)
        {
            return [(asOf, prices)];
        }

        var dated = new SortedDictionary<DateOnly, JsonElement>();
        JsonElement? first = null;
        foreach (var price in prices.EnumerateArray())
        {
            if (!price.TryGetProperty("constraint", out var constraint) || constraint.ValueKind == JsonValueKind.Null)
            {
                first = price.GetProperty("prices");
            }
            else if (StartOf(constraint) is { } day)
            {
                dated[day] = price.GetProperty("prices");
            }
            else
            {
                problem = "Its prices change in the course of a day, or by a condition that is not read.";
                return null;
            }
        }

        return InOrder(first, dated, asOf);
    }

    private static List<(DateOnly? Day, JsonElement Prices)> InOrder(JsonElement? first, SortedDictionary<DateOnly, JsonElement> dated, DateOnly asOf)
    {
        var current = first;
        List<(DateOnly?, JsonElement)> history = first is { } undated && dated.Count > 0 ? [(null, undated)] : [];
        foreach (var (day, prices) in dated)
        {
            history.Add((day, prices));
            current = day <= asOf ? prices : current;
        }

        if (current is { } now && !dated.ContainsKey(asOf))
        {
            history.Add((asOf, now));
        }

        return history;
    }

    private static DateOnly? StartOf(JsonElement constraint) =>
        (constraint.TryGetProperty("start_date", out var start) || constraint.TryGetProperty("start", out start))
        && start.GetString() is { Length: >= 10 } text
        && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
