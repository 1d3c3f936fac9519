namespace JobWise.Llm.Resume;

/// <summary>How exact a number claims to be.</summary>
internal enum NumberBound
{
    /// <summary>As it is.</summary>
    Exact,

    /// <summary>"15+", "more than 15".</summary>
    AtLeast,

    /// <summary>"up to 15", "under 15".</summary>
    AtMost,

    /// <summary>"about 15", "nearly 15".</summary>
    About,
}
