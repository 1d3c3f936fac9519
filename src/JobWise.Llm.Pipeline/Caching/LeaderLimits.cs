namespace JobWise.Llm.Pipeline;

/// <summary>Whether a flight failed for a limit of its leader's own, so that another caller of the same request may still succeed.</summary>
internal static class LeaderLimits
{
    public static bool EndedIt(Exception failure, Flight flight, LLMRequest other, LLMPipelineOptions options) =>
        failure is LLMBudgetException
        || (failure is LLMServiceException { IsTransient: true } error
            && (HadTooFewSends(flight.Call.Request.Call, other.Call, options.MostSends) || HadTooLittleTime(error, flight, other, options.Retry)));

    private static bool HadTooFewSends(LLMCallOptions leader, LLMCallOptions other, int configured)
    {
        var most = leader.MostSends ?? configured;
        return leader.Scope?.Sends >= most && (other.MostSends ?? configured) > most;
    }

    /// <summary>
    /// The retry gives up when its wait does not fit the time by which the flight went, which is that of somebody who joined later only from then
    /// on; the longest wait that it may have wanted is taken.
    /// </summary>
    private static bool HadTooLittleTime(LLMServiceException error, Flight flight, LLMRequest other, LLMRetryOptions retry)
    {
        var sends = Math.Max(1, flight.Call.Request.Call.Scope?.Sends ?? 1);
        var longest = error.RetryAfter ?? TimeSpan.FromSeconds(
            Math.Min(retry.MaxDelay.TotalSeconds, retry.BaseDelay.TotalSeconds * Math.Pow(retry.Factor, sends - 1)));
        return flight.Crew.JudgedRemaining <= longest && FlightCrew.RemainingOf(other) > longest;
    }
}
