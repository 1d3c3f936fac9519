namespace JobWise.Llm.Resume;

/// <summary>What a number measures.</summary>
internal enum NumberKind
{
    /// <summary>A count, a year, a version.</summary>
    Plain,

    /// <summary>A share.</summary>
    Percent,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A factor.</summary>
    Times,
}
