namespace JobWise.Llm;

/// <summary>What a budget is counted by.</summary>
public enum LLMBudgetScope
{
    /// <summary>All calls together.</summary>
    All = 0,

    /// <summary>Each <see cref="LLMRequest.UserId"/> for itself.</summary>
    User = 1,

    /// <summary>Each <see cref="LLMCallOptions.Tenant"/> for itself.</summary>
    Tenant = 2,

    /// <summary>Each <see cref="LLMRequest.Workflow"/> for itself.</summary>
    Workflow = 3,

    /// <summary>Each value of one tag for itself; see <see cref="LLMBudgetOptions.TagKey"/>.</summary>
    Tag = 4,
}
