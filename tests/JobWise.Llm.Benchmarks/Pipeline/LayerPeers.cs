using System.Text;
using JobWise.Llm.Benchmarks.Wire;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace JobWise.Llm.Benchmarks.Pipeline;

/// <summary>What the pipeline is measured beside.</summary>
internal static class LayerPeers
{
    /// <summary>A short answer, so that the request decides what a call costs.</summary>
    public static byte[] Answer { get; } = Encoding.UTF8.GetBytes(
        $$$"""
        {"id":"chatcmpl-1","object":"chat.completion","created":1732000000,"model":"{{{Payloads.Model}}}","choices":[{"index":0,"message":{"role":"assistant",
        "content":"The answer, which is short."},"finish_reason":"stop"}],"usage":{"prompt_tokens":250,"completion_tokens":8,"total_tokens":258}}
        """);

    /// <summary>Retry, circuit breaker and timeout of Polly's own, as most programs put them together.</summary>
    public static ResiliencePipeline<LLMResponse> Polly() => new ResiliencePipelineBuilder<LLMResponse>()
        .AddRetry(new RetryStrategyOptions<LLMResponse>())
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<LLMResponse>())
        .AddTimeout(new TimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(30) })
        .Build();
}
