using System.Globalization;

namespace JobWise.Llm;

/// <summary>Vendors answer with dated ids such as <c>gpt-4.1-mini-2025-04-14</c> or <c>claude-haiku-4-5-20251001</c>.</summary>
internal static class SnapshotId
{
    /// <summary>The id without its date, or null when it has none.</summary>
    public static string? WithoutDate(string id) => Cut(id, "-yyyy-MM-dd") ?? Cut(id, "-yyyyMMdd");

    private static string? Cut(string id, string suffix)
    {
        var rest = id.Length - suffix.Length;
        return rest > 0 && DateOnly.TryParseExact(id.AsSpan(rest), suffix, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? id[..rest] : null;
    }
}
