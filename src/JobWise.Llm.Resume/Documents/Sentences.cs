using System.Text.RegularExpressions;

namespace JobWise.Llm.Resume;

/// <summary>Cuts a paragraph into sentences. Where in doubt it does not cut: a longer piece is cited as a whole.</summary>
internal static partial class Sentences
{
    public static IReadOnlyList<string> Split(string? text) => text is null
        ? []
        : [.. Ends().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0)];

    // A full stop after one or two letters is an abbreviation ("U.S.", "St.", "Dr."), not an end.
    [GeneratedRegex("""(?<=(?:[\p{L}\p{N}%+)'"”]{3}|[)'"”])[.!?]['"”)]?)\s+(?=['"“(]?[\p{Lu}\p{N}])""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ends();
}
