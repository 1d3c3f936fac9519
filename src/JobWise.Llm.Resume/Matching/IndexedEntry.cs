namespace JobWise.Llm.Resume;

/// <summary>A job, a project or volunteer work as the matching sees it.</summary>
/// <param name="Id">Such as <c>work-1</c>.</param>
/// <param name="Head">Title, employer or name, roles and keywords: evidence, but not citable word by word.</param>
/// <param name="Texts">Summary and bullets.</param>
internal sealed record IndexedEntry(string Id, string Head, IReadOnlyList<IndexedText> Texts)
{
    public IEnumerable<IndexedText> Bullets => Texts.Where(text => text.IsBullet);
}
