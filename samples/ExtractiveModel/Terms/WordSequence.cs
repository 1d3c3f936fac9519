namespace JobWise.Llm.Samples.Terms;

/// <summary>A text as the forms of its words, to look phrases up in.</summary>
internal sealed class WordSequence
{
    private readonly string[] _forms;

    public WordSequence(params IEnumerable<string> texts) =>
        // The bar is no word, so no phrase reaches from one text into the next.
        _forms = [.. texts.SelectMany(text => Token.Split(text).Select(token => WordForm.Of(token.Text)).Append("|"))];

    public bool Contains(string phrase)
    {
        var wanted = Token.Split(phrase).Select(token => WordForm.Of(token.Text)).ToArray();
        return wanted.Length > 0 && _forms.AsSpan().IndexOf(wanted) >= 0;
    }
}
