namespace JobWise.Llm.Resume;

/// <summary>How much a posting wants a keyword, by weight.</summary>
public enum JobKeywordKind
{
    /// <summary>A skill that the job needs.</summary>
    Required,

    /// <summary>A skill that is welcome.</summary>
    Preferred,

    /// <summary>A way of working, such as communication.</summary>
    Soft,

    /// <summary>A topic of the job that is not a skill by itself, or one whose weight is not known.</summary>
    Topic,
}
