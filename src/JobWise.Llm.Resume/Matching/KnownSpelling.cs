namespace JobWise.Llm.Resume;

/// <summary>One way to write a name.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="IsExactCase">Whether another case is another word, as with REST.</param>
/// <param name="IsAmbiguous">Whether the same letters have an everyday meaning, as with Go.</param>
internal sealed record KnownSpelling(string Text, bool IsExactCase, bool IsAmbiguous)
{
    public static KnownSpelling Parse(string text) => text[0] switch
    {
        '=' => new(text[1..], IsExactCase: true, IsAmbiguous: false),
        '~' => new(text[1..], IsExactCase: true, IsAmbiguous: true),
        _ => new(text, IsExactCase: false, IsAmbiguous: false),
    };

    /// <summary>A word that is in no list: up to three capitals, such as HR, must keep their case.</summary>
    public static KnownSpelling OfUnknown(string text) => new(text, text.Length <= 3 && text.All(char.IsAsciiLetterUpper), IsAmbiguous: false);
}
