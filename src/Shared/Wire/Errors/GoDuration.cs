using System.Buffers;
using System.Globalization;

namespace JobWise.Llm.Wire;

/// <summary>Reads durations as the language Go prints them: <c>2m59.56s</c>, <c>172ms</c>, <c>1h0m6s</c>.</summary>
internal static class GoDuration
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");
    private static readonly (string Unit, double Seconds)[] Units =
        [("ms", 1e-3), ("us", 1e-6), ("µs", 1e-6), ("μs", 1e-6), ("ns", 1e-9), ("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)];

    /// <summary>The duration, or null when the whole text is none.</summary>
    public static TimeSpan? TryParse(ReadOnlySpan<char> text)
    {
        var seconds = 0.0;
        var rest = text.Trim();
        if (rest.IsEmpty)
        {
            return null;
        }

        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExcept(Digits);
            if (digits <= 0 || !double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            rest = rest[digits..];
            if (UnitOf(rest) is not { } unit)
            {
                return null;
            }

            seconds += number * unit.Seconds;
            rest = rest[unit.Unit.Length..];
        }

        return Hints.FromSeconds(seconds);
    }

    private static (string Unit, double Seconds)? UnitOf(ReadOnlySpan<char> text)
    {
        foreach (var unit in Units)
        {
            if (text.StartsWith(unit.Unit, StringComparison.Ordinal))
            {
                return unit;
            }
        }

        return null;
    }
}
