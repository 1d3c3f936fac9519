using System.Globalization;

namespace JobWise.Llm.Pipeline;

/// <summary>A run of hexadecimal pairs from a place in a text, with the same short separator between them or with none.</summary>
internal readonly struct HexRun
{
    private static readonly string[] Prefixes = ["\\u00", "\\x", "0x", " 0x", ", 0x", " ", ":", ", ", ","];

    public HexRun(string text, int start)
    {
        Bytes = [];
        End = start;
        if (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]))
        {
            return;
        }

        var first = PrefixAt(text, start, Prefixes.AsSpan(0, 3));
        var at = start + first.Length;
        string? between = null;
        while (IsPair(text, at))
        {
            Bytes.Add(byte.Parse(text.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            End = at += 2;
            between ??= PrefixAt(text, at, Prefixes);
            at = string.CompareOrdinal(text, at, between, 0, between.Length) == 0 ? at + between.Length : text.Length;
        }
    }

    public List<byte> Bytes { get; }

    public int End { get; }

    private static bool IsPair(string text, int at) =>
        at + 1 < text.Length && char.IsAsciiHexDigit(text[at]) && char.IsAsciiHexDigit(text[at + 1]);

    private static string PrefixAt(string text, int at, ReadOnlySpan<string> prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (string.CompareOrdinal(text, at, prefix, 0, prefix.Length) == 0)
            {
                return prefix;
            }
        }

        return string.Empty;
    }
}
