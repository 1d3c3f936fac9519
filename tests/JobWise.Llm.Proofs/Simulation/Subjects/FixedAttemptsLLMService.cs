using JobWise.Llm.Proofs.Simulation.Time;

namespace JobWise.Llm.Proofs.Simulation.Subjects;

/// <summary>Naive retry: four attempts with waits of 1, 2 and 4 s, whatever the provider says, and no more than 30 s per attempt.</summary>
internal sealed class FixedAttemptsLLMService(ILLMService innerService, SimulatedClock clock) : DelegatingLLMService(innerService)
{
    private const int MostAttempts = 4;
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);

    public override async Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AttemptAsync(request, cancellationToken);
            }
            catch (LLMServiceException error) when (error.IsTransient && attempt < MostAttempts)
            {
                await clock.WaitAsync(TimeSpan.FromSeconds(Math.Pow(2, attempt - 1)), cancellationToken);
            }
        }
    }

    private async Task<LLMResponse> AttemptAsync(LLMRequest request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(AttemptTimeout, clock);
        try
        {
            return await InnerService.GenerateAsync(request, timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LLMTimeoutException(LLMTimeoutPhase.Attempt, $"The provider did not answer within {AttemptTimeout.TotalSeconds} s.");
        }
    }
}
