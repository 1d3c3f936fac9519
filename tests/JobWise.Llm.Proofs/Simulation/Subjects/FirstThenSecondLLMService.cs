using JobWise.Llm.Proofs.Simulation.Time;

namespace JobWise.Llm.Proofs.Simulation.Subjects;

/// <summary>Asks a second service whenever the first has failed, within 60 s in all, and learns nothing from it.</summary>
internal sealed class FirstThenSecondLLMService(ILLMService first, ILLMService second, SimulatedClock clock) : DelegatingLLMService(first)
{
    private static readonly TimeSpan Total = TimeSpan.FromSeconds(60);

    public override async Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        using var timeout = new CancellationTokenSource(Total, clock);
        try
        {
            return await AskAsync(request, timeout.Token);
        }
        catch (OperationCanceledException)
        {
            throw new LLMTimeoutException(LLMTimeoutPhase.Total, $"The call did not end within {Total.TotalSeconds} s.");
        }
    }

    private async Task<LLMResponse> AskAsync(LLMRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await InnerService.GenerateAsync(request, cancellationToken);
        }
        catch (LLMServiceException)
        {
            return await second.GenerateAsync(request, cancellationToken);
        }
    }
}
