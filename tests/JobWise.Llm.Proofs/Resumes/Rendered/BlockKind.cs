namespace JobWise.Llm.Proofs.Resumes.Rendered;

/// <summary>What a page consists of.</summary>
internal enum BlockKind
{
    Name,
    Section,
    Entry,
    Paragraph,
    Item,
}
