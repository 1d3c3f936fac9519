namespace JobWise.Llm.Samples.Terms;

/// <summary>Brings singular and plural together. Other forms stay apart: a "manager" in a resume does not prove that something was "managed".</summary>
internal static class WordForm
{
    public static string Of(string word)
    {
        var lower = word.ToLowerInvariant();
        if (lower.Length < 4 || !lower.All(char.IsLetter))
            return lower;
        if (lower.EndsWith("ies", StringComparison.Ordinal))
            return lower[..^3] + "y";
        return lower[^1] == 's' && lower[^2] is not ('s' or 'u' or 'i') ? lower[..^1] : lower;
    }
}
