namespace JobWise.Llm.Tests;

/// <summary>A decorator as a user writes it: overrides one method.</summary>
internal sealed class CountingService(ILLMService inner) : DelegatingLLMService(inner)
{
    public int Calls { get; private set; }

    public override Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        Calls++;
        return base.GenerateAsync(request, cancellationToken);
    }
}
