using System.Collections.Frozen;

namespace JobWise.Llm.Resume;

/// <summary>The stems of words that measure time; "annual", "yearly" and "a year" have the same one.</summary>
internal static class TimeUnits
{
    private static readonly FrozenSet<string> Stems = new[]
    {
        "millisecond", "ms", "second", "minute", "hour", "day", "night", "week", "weekend", "month", "quarter", "year", "decade", "overnight",
    }.Select(WordStems.Of).ToFrozenSet();

    public static bool IsUnit(string stem) => Stems.Contains(stem);
}
