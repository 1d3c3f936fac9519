namespace JobWise.Llm.Pipeline;

/// <summary>A stream's reservation: corrected by the headers that open it, settled by the tokens that end it.</summary>
internal sealed class RateLimitHold(RateLimitReservation reservation, TokenEstimates estimates, LLMRequest request, string model) : IStreamHold
{
    public void Note(LLMRateLimitSnapshot limits) => reservation.Correct(limits);

    /// <summary>The headers are as old as the stream by now: what they said was taken in when they came.</summary>
    public void Settle(StreamEnd end)
    {
        if (end.Response is { } response)
        {
            reservation.Settle(response.Usage, headers: null);
            estimates.Learn(request, model, response.Usage);
        }
        else if (end.Error is LLMServiceException error)
        {
            reservation.Fail(error);
        }
        else
        {
            reservation.Cancel();
        }
    }
}
