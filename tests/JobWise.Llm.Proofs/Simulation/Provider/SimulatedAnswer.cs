using System.Globalization;
using JobWise.Llm.Proofs.Simulation.Calls;

namespace JobWise.Llm.Proofs.Simulation.Provider;

/// <summary>What the simulated provider sends back.</summary>
internal static class SimulatedAnswer
{
    private const double PromptTokensPerSecond = 5000;
    private const double OutputTokensPerSecond = 300;

    public static TimeSpan TimeOf(CallPlan plan) =>
        TimeSpan.FromSeconds((plan.PromptTokens / PromptTokensPerSecond) + (plan.OutputTokens / OutputTokensPerSecond));

    public static LLMResponse Make(LLMRequest request, CallPlan plan, LLMServiceMetadata provider, LLMRateLimitSnapshot headers) => new()
    {
        Message = LLMMessage.Assistant("A simulated answer."),
        Provider = provider.ProviderName,
        Model = request.Model ?? provider.DefaultModel!,
        FinishReason = LLMFinishReason.Stop,
        Usage = new LLMUsage
        {
            PromptTokens = plan.PromptTokens,
            CompletionTokens = plan.OutputTokens,
            TotalTokens = plan.PromptTokens + plan.OutputTokens,
        },
        GenerationTime = TimeOf(plan),
        RateLimits = headers,
    };

    /// <summary>A 429 as Groq's, whose header gives the wait in whole seconds.</summary>
    public static LLMRateLimitException Refuse(Refusal refusal, LLMRequest request, LLMServiceMetadata provider, LLMRateLimitSnapshot headers) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"The simulated limit {refusal.Kind} is {refusal.Limit}, {refusal.Used} are used and {refusal.Requested} were asked for; there is room in {refusal.Wait.TotalSeconds} s."),
        new LLMErrorDetails
        {
            Provider = provider.ProviderName,
            Model = request.Model,
            StatusCode = 429,
            ProviderCode = "rate_limit_exceeded",
            RetryAfter = TimeSpan.FromSeconds(Math.Ceiling(refusal.Wait.TotalSeconds)),
            RateLimits = headers,
            RateLimitExcess = new LLMRateLimitExcess { Kind = refusal.Kind, Limit = refusal.Limit, Used = refusal.Used, Requested = refusal.Requested },
        });
}
