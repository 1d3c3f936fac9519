namespace JobWise.Llm.Resume;

/// <summary>One bullet or one sentence of the summary.</summary>
internal sealed class Stage2Text
{
    public List<string>? SourceIds { get; set; }

    public string? Text { get; set; }
}
