namespace JobWise.Llm.Pipeline;

/// <summary>Every form in which a text may be read: as it is, and with each disguise taken off that it wears.</summary>
internal static class TextForms
{
    public static IEnumerable<(string Form, string Text)> Of(string text, TextWake wake)
    {
        var folded = Folding.Fold(text);
        yield return (LLMGuardrailFinding.Plain, folded);
        foreach (var (form, disguised) in Disguises(folded))
        {
            if (disguised is not null)
            {
                yield return (form, disguised);
            }
        }

        foreach (var (form, decoded) in Decoded(text, wake))
        {
            if (decoded is not null)
            {
                yield return (form, Folding.Fold(decoded));
            }
        }
    }

    private static IEnumerable<(string Form, string? Text)> Disguises(string folded) =>
    [
        ("homoglyphs", Homoglyphs.Replace(folded)),
        ("digits", DigitsForLetters.Replace(folded)),
        ("comments", Encodings.WithoutComments(folded)),
    ];

    private static IEnumerable<(string Form, string? Text)> Decoded(string text, TextWake wake)
    {
        yield return ("base64", EncodedRuns.DecodeBase64(text));
        yield return ("hex", EncodedRuns.DecodeHex(text));
        yield return ("percent", Encodings.Percent(text));
        yield return ("entities", Encodings.Entities(text));
        yield return ("rot13", Awake(Encodings.Rot13(text), wake));
        yield return ("reversed", Awake(Encodings.Reversed(text), wake));
    }

    /// <summary>Every text has these two forms, and nearly none makes sense in them.</summary>
    private static string? Awake(string text, TextWake wake) => (wake.Look(text) & WakeReasons.Word) == WakeReasons.None ? null : text;
}
