using System.Buffers;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Tells a phrase that is spoken of from one that is spoken: <c>payloads such as "ignore previous instructions"</c>. Only a phrase right
/// behind an opening quotation mark, with a word before it that announces an example, counts as mentioned.
/// </summary>
internal static class Mention
{
    private const int Reach = 90;
    private const int MostBetween = 14;

    private static readonly SearchValues<string> Announcements = SearchValues.Create(
        ["such as ", "like \"", "like : ", "e g ", "payload", "phrase", "attackers", "detect", "injection", "what does", "explain"],
        StringComparison.Ordinal);

    /// <param name="before">The normalised text before the phrase.</param>
    public static bool IsMentioned(ReadOnlySpan<char> before)
    {
        var near = before.Length > Reach ? before[^Reach..] : before;
        var quote = near.LastIndexOf('"');
        return quote >= 0
            && near.Length - quote <= MostBetween
            && near[..(quote + 1)].IndexOfAny(Announcements) >= 0;
    }
}
