namespace JobWise.Llm.Pipeline.Tests;

/// <summary>Keeps what a listener is told, and may fail then.</summary>
internal sealed class Heard : ILLMBudgetListener
{
    public List<LLMBudgetStatus> All { get; } = [];

    public Exception? Failure { get; set; }

    public void OnUsedUp(LLMBudgetStatus status)
    {
        All.Add(status);
        if (Failure is { } failure)
        {
            throw failure;
        }
    }
}
