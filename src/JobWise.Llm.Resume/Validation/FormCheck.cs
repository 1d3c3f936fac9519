namespace JobWise.Llm.Resume;

/// <summary>Refuses texts that are empty, too long or hold characters that the source does not have, such as look-alike letters or marks of a format.</summary>
internal static class FormCheck
{
    private const string Marks = " ,.;:'’\"()-–—/%&+";

    public static ResumeFinding? Find(RewriteScope scope, string proposal)
    {
        var source = scope.Source.Text;
        if (proposal.Length == 0)
            return RewriteChecker.Finding(ResumeFindingCodes.Length, string.Empty, "The text is empty.");
        if (proposal.Length > (source.Length * 3 / 2) + 40)
            return RewriteChecker.Finding(ResumeFindingCodes.Length, $"{proposal.Length} characters", $"The source has {source.Length} characters.");
        foreach (var character in proposal)
        {
            var isCommon = char.IsAsciiLetterOrDigit(character) || Marks.Contains(character, StringComparison.Ordinal);
            if (!isCommon && !source.Contains(character, StringComparison.Ordinal) && scope.Label?.Text.Contains(character, StringComparison.Ordinal) != true)
                return RewriteChecker.Finding(ResumeFindingCodes.Character, character.ToString(), $"The source does not have the character '{character}'.");
        }

        return null;
    }
}
