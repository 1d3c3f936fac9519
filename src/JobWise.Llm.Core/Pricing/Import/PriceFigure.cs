using System.Text.Json;

namespace JobWise.Llm;

/// <summary>Reads money from JSON as it is written there, exponents included; no binary fraction stands between.</summary>
internal static class PriceFigure
{
    private const decimal Million = 1_000_000m;
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>The figure, or null when it is not a number of US dollars that a price could have.</summary>
    public static decimal? Read(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out var figure) && figure is >= 0 and < 1_000_000 ? figure / One : null;

    public static decimal? ReadPerToken(JsonElement json) => Read(json) is { } figure ? figure * Million / One : null;

    /// <summary>What <paramref name="part"/> is of <paramref name="whole"/>; null where it is not a multiple at all.</summary>
    public static decimal? Ratio(decimal? part, decimal? whole) => part is { } some && whole is > 0 and { } all ? some / all : null;
}
