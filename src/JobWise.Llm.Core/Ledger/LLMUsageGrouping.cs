namespace JobWise.Llm;

/// <summary>By what a report groups attempts.</summary>
public enum LLMUsageGrouping
{
    /// <summary>By nothing: the totals alone.</summary>
    None = 0,

    /// <summary>By day in UTC, as <c>2026-11-25</c>.</summary>
    Day = 1,

    /// <summary>By workflow.</summary>
    Workflow = 2,

    /// <summary>By provider instance.</summary>
    Instance = 3,

    /// <summary>By vendor.</summary>
    Provider = 4,

    /// <summary>By the model that answered, else the one that was asked for.</summary>
    Model = 5,

    /// <summary>By <see cref="LLMUsageStatus"/>.</summary>
    Status = 6,

    /// <summary>By the value of the tag that <see cref="LLMUsageQuery.Tag"/> names; attempts without the tag are left out.</summary>
    Tag = 7,

    /// <summary>By user. Reads every attempt of the days asked for, so ask for few.</summary>
    User = 8,

    /// <summary>By tenant. Reads every attempt of the days asked for, so ask for few.</summary>
    Tenant = 9,
}
