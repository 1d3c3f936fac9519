using static System.FormattableString;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>Refuses a query that cannot be answered, with its cure.</summary>
internal static class UsageQueryRules
{
    public static void ThrowUnlessValid(LLMUsageQuery query, int mostDays)
    {
        if (Problem(query, mostDays) is { } problem)
        {
            throw new ArgumentException(problem, nameof(query));
        }
    }

    private static string? Problem(LLMUsageQuery query, int mostDays) => query switch
    {
        _ when query.To < query.From => Invariant($"From is {query.From:yyyy-MM-dd} and To is {query.To:yyyy-MM-dd}; To must not be earlier."),
        _ when query.To.DayNumber - query.From.DayNumber >= mostDays => Invariant($"From {query.From:yyyy-MM-dd} to {query.To:yyyy-MM-dd} are more than {mostDays} days; ask for fewer."),
        _ when !Enum.IsDefined(query.GroupBy) => Invariant($"GroupBy is {(int)query.GroupBy}, which is no grouping."),
        { GroupBy: LLMUsageGrouping.Tag, Tag: null } => "GroupBy is Tag and Tag is null; name the tag.",
        { GroupBy: not LLMUsageGrouping.Tag, Tag: not null } => Invariant($"Tag is set and GroupBy is {query.GroupBy}; group by Tag, or leave Tag null."),
        { GroupBy: LLMUsageGrouping.Tag } when query.UserId is not null || query.Tenant is not null || query.Workflow is not null =>
            "The totals by tag know no user, tenant or workflow; leave those filters null.",
        _ => null,
    };
}
