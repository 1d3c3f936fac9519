using System.Runtime.CompilerServices;
using JobWise.Llm.Wire;

namespace JobWise.Llm;

/// <summary>
/// Anthropic's Messages API. It sends each call once: retries, timeouts and limits are the pipeline's. A call whose output cap is above
/// 21,333 tokens travels as a stream and is handed over whole, since no connection may stay silent for so long.
/// </summary>
public sealed class AnthropicLLMService : ILLMService, ILLMTokenCounter
{
    private readonly ProviderInstance _provider;
    private readonly MessagesPlanner _planner;
    private readonly MessagesClient _client;
    private readonly ModelList _models;
    private readonly AnthropicBatchService _batches;

    /// <summary>A service without dependency injection.</summary>
    /// <param name="httpClient">From <see cref="CreateHttpClient"/>, or the application's own: then without redirects and with an infinite timeout.</param>
    /// <param name="options">Read anew on every call; null takes the key from <c>ANTHROPIC_API_KEY</c> and the defaults.</param>
    /// <param name="timeProvider">The clock; null is the system's.</param>
    /// <exception cref="LLMInvalidRequestException">An option is wrong; the message names it, its value and the cure.</exception>
    public AnthropicLLMService(HttpClient httpClient, AnthropicOptions? options = null, TimeProvider? timeProvider = null)
        : this(ProviderSetup.WithoutServices(
            AnthropicVendor.Value, AnthropicVendor.Value.ProviderName, httpClient, options ?? new AnthropicOptions(), timeProvider))
    {
    }

    internal AnthropicLLMService(ProviderInstance provider)
    {
        _provider = provider;
        _planner = new MessagesPlanner(provider.FindModel);
        _client = new MessagesClient(provider);
        _models = new ModelList(provider, ModelListReader.Read);
        _batches = new AnthropicBatchService(provider, request => Plan(request).Plan);
    }

    /// <inheritdoc/>
    public LLMServiceMetadata Metadata => _provider.Describe();

    /// <summary>
    /// A client as the providers want it: no redirects, no cookies, no timeout of its own, environment proxies for https only. Keep one for
    /// the life of the application.
    /// </summary>
    /// <param name="connectTimeout">The most time to open a connection; null is 5 seconds.</param>
    public static HttpClient CreateHttpClient(TimeSpan? connectTimeout = null) =>
        new(SafeHttpHandler.Create(connectTimeout ?? TimeSpan.FromSeconds(5))) { Timeout = Timeout.InfiniteTimeSpan };

    /// <inheritdoc/>
    public async Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (plan, options) = Plan(request);
        return plan.MaxTokens > OutputCap.MostInOnePiece
            ? await WholeOfStreamAsync(request, cancellationToken).ConfigureAwait(false)
            : await _client.AskAsync(MessagesCall.Whole, plan, options, (body, exchange) => Read(body, plan, exchange), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return StreamAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<LLMModel>> GetAvailableModelsAsync(CancellationToken cancellationToken = default) =>
        _models.GetAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<LLMHealth> CheckHealthAsync(CancellationToken cancellationToken = default) => _models.CheckHealthAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<int> CountTokensAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (plan, options) = Plan(request);
        return await _client.AskAsync(MessagesCall.Count, plan, options, static (body, _) => TokenCountReader.Read(body), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds this instance, or its batches as <see cref="ILLMBatchService"/>.</summary>
    /// <param name="serviceType">The type asked for.</param>
    /// <param name="serviceKey">Nothing here has a key.</param>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(ILLMBatchService) ? _batches
            : null;
    }

    private (MessagesPlan Plan, AnthropicOptions Options) Plan(LLMRequest request)
    {
        var options = (AnthropicOptions)_provider.Options();
        return (_planner.Plan(request, _provider.ModelOf(request, options), options.PromptCache), options);
    }

    private async IAsyncEnumerable<LLMStreamUpdate> StreamAsync(LLMRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (plan, options) = Plan(request);
        var exchange = await _client.SendAsync(MessagesCall.Streamed, plan, options, cancellationToken).ConfigureAwait(false);
        var stream = await AnswerStream.OpenAsync(exchange, body => new MessageStream(exchange, plan, body), cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            while (await stream.NextAsync(cancellationToken).ConfigureAwait(false) is { } update)
            {
                yield return update;
            }
        }
    }

    private async Task<LLMResponse> WholeOfStreamAsync(LLMRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await StreamAsync(request, cancellationToken).ToResponseAsync(cancellationToken).ConfigureAwait(false);
            return response with { TimeToFirstToken = null };
        }
        catch (LLMStreamInterruptedException error)
        {
            // The caller saw nothing of it: for him the answer was cut off, as one in one piece can be, and may be asked for again.
            throw new LLMConnectionException(
                $"{_provider.Name}: The connection was closed before the answer was complete.", error.Details, error);
        }
    }

    private static LLMResponse Read(ReadOnlySpan<byte> body, MessagesPlan plan, Exchange exchange)
    {
        var payload = new MessagePayload();
        WholeAnswer.Read(body, payload);
        return payload.Error is { } error ? throw exchange.Failure(error) : WholeAnswer.Build(payload, plan, exchange);
    }
}
