namespace JobWise.Llm.Proofs.Simulation.Subjects;

/// <summary>Asks a second service whenever the first has failed, and learns nothing from it.</summary>
internal sealed class FirstThenSecondLLMService(ILLMService first, ILLMService second) : DelegatingLLMService(first)
{
    public override async Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
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
