namespace JobWise.Llm;

/// <summary>Hears of unusual use. Register any number of them, and call <c>AddUsageAlerts()</c>.</summary>
public interface ILLMUsageAlertListener
{
    /// <summary>Somebody passed what is usual for them; said once in an hour for each. Runs within the call that passed it, so it must be quick; what it throws is logged and dropped.</summary>
    /// <param name="alert">Who, how much, and what would have been usual.</param>
    void OnUnusualUse(LLMUsageAlert alert);
}
