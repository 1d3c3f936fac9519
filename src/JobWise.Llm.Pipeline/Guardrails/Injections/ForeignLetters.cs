namespace JobWise.Llm.Pipeline;

/// <summary>Tells the letters and marks of European languages, and pictures, from characters that can hide or stand for others, or that no ASCII anchor covers.</summary>
internal static class ForeignLetters
{
    public static bool NeedScan(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (letter > '~' && !IsHarmless(letter))
            {
                return true;
            }

            if (letter < ' ' && letter is not ('\t' or '\n' or '\r'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHarmless(char letter) => letter switch
    {
        '\u00AD' => false,
        >= '\u00A0' and <= '\u024F' => true,
        >= '\u2010' and <= '\u2027' => true,
        '\u202F' => true,
        >= '\u2030' and <= '\u205E' => true,
        >= '\u20A0' and <= '\u20BF' => true,
        '\u2116' or '\u2122' => true,
        >= '\u2150' and <= '\u245F' => true,
        >= '\u2500' and <= '\u2BFF' => true,
        '\uFE0F' => true,
        >= '\uD83D' and <= '\uD83E' => true,
        >= '\uDC00' and <= '\uDFFF' => true,
        _ => false,
    };
}
