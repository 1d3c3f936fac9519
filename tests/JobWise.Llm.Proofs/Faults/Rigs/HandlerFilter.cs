using Microsoft.Extensions.Http;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>Shows the handler that a provider's calls go through, or puts another in its place.</summary>
/// <param name="replacement">Null leaves the provider's own.</param>
internal sealed class HandlerFilter(HttpMessageHandler? replacement = null) : IHttpMessageHandlerBuilderFilter
{
    public HttpMessageHandler? Seen { get; private set; }

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        Seen = builder.PrimaryHandler;
        builder.PrimaryHandler = replacement ?? builder.PrimaryHandler;
    };
}
