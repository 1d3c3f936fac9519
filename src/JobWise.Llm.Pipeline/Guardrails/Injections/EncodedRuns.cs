using System.Buffers;
using System.Text;

namespace JobWise.Llm.Pipeline;

/// <summary>Finds runs of Base64 and of hexadecimal pairs that hold text, and reads them.</summary>
internal static class EncodedRuns
{
    private const int Shortest = 16;
    private const int Probe = 16;

    private static readonly SearchValues<char> Base64Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-");

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether a run may hold text; allocates nothing.</summary>
    public static bool MayHoldText(ReadOnlySpan<char> text)
    {
        while (NextRun(ref text, out var run))
        {
            if (LooksLikeHex(run) || LooksLikeText(run))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text in all runs of Base64, one after the other; null where there is none.</summary>
    public static string? DecodeBase64(string text)
    {
        StringBuilder? decoded = null;
        var rest = text.AsSpan();
        while (NextRun(ref rest, out var run))
        {
            if (LooksLikeText(run) && Read(run) is { } found)
            {
                (decoded ??= new StringBuilder()).Append(found).Append('\n');
            }
        }

        return decoded?.ToString();
    }

    /// <summary>The text in runs of hexadecimal pairs, together or apart, as <c>69 67</c>, <c>\x69\x67</c> and <c>\u0069</c>; null where there is none.</summary>
    public static string? DecodeHex(string text)
    {
        StringBuilder? decoded = null;
        for (var i = 0; i < text.Length; i++)
        {
            var run = new HexRun(text, i);
            if (run.Bytes.Count >= Shortest / 2 && TextOf([.. run.Bytes]) is { } found)
            {
                (decoded ??= new StringBuilder()).Append(found).Append('\n');
            }

            i = run.Bytes.Count > 0 ? run.End - 1 : i;
        }

        return decoded?.ToString();
    }

    private static bool NextRun(ref ReadOnlySpan<char> text, out ReadOnlySpan<char> run)
    {
        while (text.IndexOfAny(Base64Letters) is >= 0 and var start)
        {
            text = text[start..];
            var end = text.IndexOfAnyExcept(Base64Letters);
            run = end < 0 ? text : text[..end];
            text = text[run.Length..];
            if (run.Length >= Shortest)
            {
                return true;
            }
        }

        run = default;
        return false;
    }

    private static bool LooksLikeHex(ReadOnlySpan<char> run)
    {
        foreach (var letter in run)
        {
            if (!char.IsAsciiHexDigit(letter))
            {
                return false;
            }
        }

        return run[0] is >= '2' and <= '7' && run[2] is >= '2' and <= '7';
    }

    private static bool LooksLikeText(ReadOnlySpan<char> run)
    {
        Span<byte> bytes = stackalloc byte[Probe / 4 * 3];
        Span<char> start = stackalloc char[Probe];
        Standard(run[..Probe], start);
        return Convert.TryFromBase64Chars(start, bytes, out var count) && !bytes[..count].ContainsAnyInRange((byte)0, (byte)8)
            && !bytes[..count].ContainsAnyInRange((byte)14, (byte)31);
    }

    private static void Standard(ReadOnlySpan<char> run, Span<char> target)
    {
        run.Replace(target, '-', '+');
        target.Replace('_', '/');
    }

    private static string? Read(ReadOnlySpan<char> run)
    {
        var whole = run[..(run.Length / 4 * 4)];
        var rest = run.Length % 4 > 1 ? run[whole.Length..].ToString().PadRight(4, '=') : string.Empty;
        var letters = string.Concat(whole, rest).Replace('-', '+').Replace('_', '/');
        var bytes = new byte[letters.Length / 4 * 3];
        return Convert.TryFromBase64String(letters, bytes, out var count) ? TextOf(bytes.AsSpan(0, count)) : null;
    }

    private static string? TextOf(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return text.AsSpan().ContainsAnyInRange('\0', '\b') ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
