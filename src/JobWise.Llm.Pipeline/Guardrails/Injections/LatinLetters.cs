namespace JobWise.Llm.Pipeline;

/// <summary>The plain letter behind a Latin letter with marks, and behind letters drawn to look like one. A question mark stands for none.</summary>
internal static class LatinLetters
{
    private const int FirstMarked = 0xC0;
    private const int FirstAdditional = 0x1E00;

    /// <summary>From U+00C0 to U+024F.</summary>
    private const string Marked =
        "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggg"
        + "hhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsbbbb???c"
        + "c?ddd????ffg???ikkl??nnooo??pp?????ttttuu?vyyzz?????????????dddlllnnnaaiioouuuuuuuuuu?aaaa??ggggkkoo"
        + "oo??jdddgg??nnaa??ooaaaaeeeeiiiioooorrrruuuusstt??hhnd??zzaaeeooooooooyylnt???accltsz??bu?eejj?qrryy";

    /// <summary>From U+1E00 to U+1EFF.</summary>
    private const string Additional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss"
        + "ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee"
        + "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy????yy";

    /// <summary>Small capitals, phonetic and script letters, each before its plain letter.</summary>
    private const string Drawn =
        "\u1D00a\u0299b\u1D04c\u1D05d\u1D07e\uA730f\u0262g\u029Ch\u026Ai\u1D0Aj\u1D0Bk\u029Fl\u1D0Dm\u0274n\u1D0Fo\u1D18p\u0280r\uA731s\u1D1Bt\u1D1Cu\u1D20v\u1D21w\u028Fy\u1D22z"
        + "\u0251a\u0261g\u0269i\u0131i\u2102c\u210Ag\u210Bh\u210Ch\u210Dh\u210Eh\u2110i\u2111i\u2112l\u2113l\u2115n\u2119p\u211Aq\u211Br\u211Cr\u211Dr\u2124z\u2128z\u212Cb\u212Dc"
        + "\u212Fe\u2130e\u2131f\u2133m\u2134o";

    /// <summary>Null where the letter is none of these.</summary>
    public static char? Find(int codePoint)
    {
        var plain = codePoint switch
        {
            >= FirstMarked and < FirstMarked + 0x190 => Marked[codePoint - FirstMarked],
            >= FirstAdditional and < FirstAdditional + 0x100 => Additional[codePoint - FirstAdditional],
            <= char.MaxValue when Drawn.IndexOf((char)codePoint, StringComparison.Ordinal) is >= 0 and var at => Drawn[at + 1],
            _ => '?',
        };
        return plain == '?' ? null : plain;
    }
}
