namespace JobWise.Llm;

/// <summary>How the rest of a month was projected.</summary>
public enum LLMProjectionMethod
{
    /// <summary>There is no complete day yet: the part of today that has passed was taken for all days.</summary>
    Today = 0,

    /// <summary>Every day still to come counts as the mean of the last four weeks.</summary>
    Mean = 1,

    /// <summary>Every day still to come counts as the same weekday did in the last four weeks, which takes two of each.</summary>
    Weekday = 2,

    /// <summary>Nothing was ever spent.</summary>
    Nothing = 3,
}
