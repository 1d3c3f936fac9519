using System.Collections.Frozen;
using System.Globalization;

namespace JobWise.Llm.Resume;

/// <summary>Reads the numbers of a text: digits and words, magnitudes, units and the words that make them more or less exact.</summary>
internal static class NumberReader
{
    private static readonly FrozenDictionary<string, decimal> Words = new Dictionary<string, decimal>
    {
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["dozen"] = 12,
        ["hundred"] = 100,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, decimal> Magnitudes = new Dictionary<string, decimal>
    {
        ["k"] = 1_000,
        ["thousand"] = 1_000,
        ["m"] = 1_000_000,
        ["mm"] = 1_000_000,
        ["mn"] = 1_000_000,
        ["million"] = 1_000_000,
        ["b"] = 1_000_000_000,
        ["bn"] = 1_000_000_000,
        ["billion"] = 1_000_000_000,
        ["hundred"] = 100,
        ["dozen"] = 12,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Currencies =
        FrozenSet.ToFrozenSet(["usd", "eur", "gbp", "dollars", "euros", "pounds"], StringComparer.OrdinalIgnoreCase);

    public static bool IsCurrency(char character) => char.GetUnicodeCategory(character) == UnicodeCategory.CurrencySymbol;

    public static IReadOnlyList<NumberMention> ReadAll(IReadOnlyList<TextToken> tokens)
    {
        List<NumberMention> found = [];
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Read(tokens, at) is not { } mention)
                continue;
            found.Add(mention);
            at = mention.Tokens.End.Value - 1;
        }

        return found;
    }

    private static NumberMention? Read(IReadOnlyList<TextToken> tokens, int at)
    {
        var token = tokens[at].Text;
        var symbol = IsCurrency(token[0]) ? token[..1] : null;
        if (Parse(token[(symbol?.Length ?? 0)..]) is not { } number)
            return null;
        var next = at + 1;
        var value = number.Value;
        if (Word(tokens, next) is { Length: > 2 } magnitude && Times(value, magnitude) is { } larger)
        {
            value = larger;
            next++;
        }

        var kind = number.Kind;
        string? currency = symbol;
        if (kind == NumberKind.Plain && Word(tokens, next) is { } unit)
            (kind, currency, next) = ReadUnit(unit, symbol, next);
        var (bound, first) = NumberBounds.Before(tokens, at);
        return new NumberMention
        {
            Raw = string.Join(' ', tokens.Take(next).Skip(at).Select(part => part.Text)),
            Kind = symbol is null ? kind : NumberKind.Money,
            Value = value,
            Currency = currency,
            TimeUnit = next < tokens.Count && TimeUnits.IsUnit(tokens[next].Stem) ? tokens[next].Stem : null,
            Bound = number.IsAtLeast ? NumberBound.AtLeast : bound,
            Before = [.. tokens.Take(first).Where(FunctionWords.CarriesMeaning).TakeLast(3).Select(part => part.Stem)],
            After = [.. tokens.Skip(next).TakeWhile(part => Parse(part.Text) is null && !part.IsNumber).Where(FunctionWords.CarriesMeaning).Take(3).Select(part => part.Stem)],
            Tokens = first..next,
        };
    }

    private static (NumberKind Kind, string? Currency, int Next) ReadUnit(string unit, string? symbol, int next) => unit.ToLowerInvariant() switch
    {
        "percent" => (NumberKind.Percent, symbol, next + 1),
        "times" => (NumberKind.Times, symbol, next + 1),
        var name when Currencies.Contains(name) => (NumberKind.Money, name, next + 1),
        _ => (NumberKind.Plain, symbol, next),
    };

    private static (decimal Value, NumberKind Kind, bool IsAtLeast)? Parse(string text)
    {
        if (Words.TryGetValue(text, out var word))
            return (word, NumberKind.Plain, false);
        var digits = text.TakeWhile(character => char.IsAsciiDigit(character) || character is '.' or ',').Count();
        if (digits == 0 || !decimal.TryParse(text[..digits], NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
            return null;
        var rest = text[digits..];
        var isAtLeast = rest.EndsWith('+');
        rest = rest.TrimEnd('+');
        if (rest.Length == 0)
            return (value, NumberKind.Plain, isAtLeast);
        if (rest == "%")
            return (value, NumberKind.Percent, isAtLeast);
        if (rest is "x" or "X")
            return (value, NumberKind.Times, isAtLeast);
        // Anything else, such as 2FA or 1st, is a name and must be in the source as it is.
        return Times(value, rest) is { } larger ? (larger, NumberKind.Plain, isAtLeast) : null;
    }

    // Null also where the product is beyond every number that a decimal holds: such a text is no number but a name.
    private static decimal? Times(decimal value, string magnitude) =>
        Magnitudes.TryGetValue(magnitude, out var factor) && value <= decimal.MaxValue / factor ? value * factor : null;

    private static string? Word(IReadOnlyList<TextToken> tokens, int at) => at < tokens.Count ? tokens[at].Text : null;
}
