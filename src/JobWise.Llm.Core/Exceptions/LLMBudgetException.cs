namespace JobWise.Llm;

/// <summary>A budget of this program's own is used up; nothing was sent. Never transient: <see cref="RenewsAt"/> says when it is full again.</summary>
public sealed class LLMBudgetException : LLMServiceException
{
    /// <inheritdoc/>
    public LLMBudgetException(string message, LLMErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }

    /// <summary>The budget's name.</summary>
    public required string Budget { get; init; }

    /// <summary>What the budget is counted by: the user id, tenant, workflow or value of the tag; null for a budget of all calls. May be personal, so it is not in the message.</summary>
    public string? ScopeValue { get; init; }

    /// <summary>Whether the figures are US dollars; else they are tokens.</summary>
    public bool IsInUsd { get; init; }

    /// <summary>What the budget allows in its period.</summary>
    public decimal Limit { get; init; }

    /// <summary>What calls have spent in the period.</summary>
    public decimal Spent { get; init; }

    /// <summary>What is left: the limit without what is spent and without what calls under way have reserved; not below 0.</summary>
    public decimal Left { get; init; }

    /// <summary>What this call would have needed at most; 0 where its price is not known, which is then the reason of the refusal.</summary>
    public decimal Needed { get; init; }

    /// <summary>When the next period begins, in UTC.</summary>
    public DateTimeOffset RenewsAt { get; init; }
}
