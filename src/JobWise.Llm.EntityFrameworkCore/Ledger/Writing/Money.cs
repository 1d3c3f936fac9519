namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>US dollars as the store holds them: whole millionths of a millionth, which adds up exactly in every database.</summary>
internal static class Money
{
    private const decimal PerDollar = 1_000_000_000_000m;
    private const decimal Most = long.MaxValue / PerDollar;

    public static long? Stored(decimal? usd) => usd is not { } known ? null : (long)decimal.Round(Math.Clamp(known, 0, Most) * PerDollar);

    public static decimal Dollars(long stored) => stored / PerDollar;
}
