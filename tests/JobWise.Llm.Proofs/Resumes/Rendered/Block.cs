namespace JobWise.Llm.Proofs.Resumes.Rendered;

/// <summary>One heading, paragraph or list item of a page, as a reader sees it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">All of its text.</param>
/// <param name="Strong">The part in bold at its beginning, else "".</param>
internal sealed record Block(BlockKind Kind, string Text, string Strong = "")
{
    /// <summary>What follows the bold part and its colon or bar.</summary>
    public string Rest => Text[Strong.Length..].TrimStart(' ', ':', '|').Trim();
}
