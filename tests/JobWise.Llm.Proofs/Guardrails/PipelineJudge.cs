using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Proofs.Guardrails;

/// <summary>Asks the product as an application does: a prompt through <c>AddJobWiseLlm()</c> with everything at its default, save that it rejects.</summary>
internal sealed class PipelineJudge : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public PipelineJudge()
    {
        var services = new ServiceCollection();
        services.AddJobWiseLlm(options => options.Guardrails.Injection = LLMGuardrailAction.Reject).AddMock();
        _services = services.BuildServiceProvider();
    }

    public async Task<bool> RefusesAsync(string text)
    {
        try
        {
            await _services.GetRequiredService<ILLMService>().GenerateAsync(LLMRequest.FromPrompt(text));
            return false;
        }
        catch (LLMGuardrailException)
        {
            return true;
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
