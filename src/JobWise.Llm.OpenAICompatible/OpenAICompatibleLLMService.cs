using System.Runtime.CompilerServices;
using JobWise.Llm.Wire;

namespace JobWise.Llm;

/// <summary>
/// A provider that speaks OpenAI's chat completions, as Ollama, llama.cpp, vLLM and most hosted models do. What differs between vendors is
/// data, an <see cref="OpenAIDialect"/>. It sends each call once: retries, timeouts and limits are the pipeline's.
/// </summary>
public sealed class OpenAICompatibleLLMService : ILLMService
{
    private readonly ProviderInstance _provider;
    private readonly RequestPlanner _planner;
    private readonly RequestBody<RequestPlan> _body;
    private readonly ModelList _models;
    private readonly OpenAIBatchService? _batches;

    /// <summary>A service without dependency injection.</summary>
    /// <param name="httpClient">From <see cref="CreateHttpClient"/>, or the application's own: then without redirects and with an infinite timeout.</param>
    /// <param name="options">Read anew on every call.</param>
    /// <param name="timeProvider">The clock; null is the system's.</param>
    /// <exception cref="LLMInvalidRequestException">An option is wrong; the message names it, its value and the cure.</exception>
    public OpenAICompatibleLLMService(HttpClient httpClient, OpenAICompatibleOptions options, TimeProvider? timeProvider = null)
        : this(ProviderSetup.WithoutServices(OpenAIDialect.Compatible.ToVendor(), "local", httpClient, options, timeProvider), OpenAIDialect.Compatible)
    {
    }

    internal OpenAICompatibleLLMService(ProviderInstance provider, OpenAIDialect dialect)
    {
        _provider = provider;
        _planner = new RequestPlanner(dialect, provider.FindModel);
        var writer = new ChatRequestWriter(dialect);
        _body = new RequestBody<RequestPlan>(writer.Write);
        _models = new ModelList(provider, ModelListReader.Read);
        _batches = dialect.Batch is { } rules ? new OpenAIBatchService(provider, rules, _planner, writer) : null;
    }

    /// <inheritdoc/>
    public LLMServiceMetadata Metadata => _provider.Describe();

    /// <summary>A service of a vendor that has no package of its own, described by its dialect.</summary>
    /// <param name="dialect">How the vendor differs.</param>
    /// <param name="httpClient">As for the constructor.</param>
    /// <param name="options">Read anew on every call.</param>
    /// <param name="timeProvider">The clock; null is the system's.</param>
    /// <exception cref="LLMInvalidRequestException">An option is wrong; the message names it, its value and the cure.</exception>
    public static OpenAICompatibleLLMService Create(
        OpenAIDialect dialect, HttpClient httpClient, OpenAIProtocolOptions options, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        return new(ProviderSetup.WithoutServices(dialect.ToVendor(), dialect.ProviderName, httpClient, options, timeProvider), dialect);
    }

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
        var options = _provider.Options();
        var plan = _planner.Plan(request, _provider.ModelOf(request, options), stream: false);
        using var exchange = await SendAsync(plan, options, cancellationToken).ConfigureAwait(false);
        try
        {
            using var body = await ResponseBody.ReadAsync(exchange.Response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            return Read(body.WrittenSpan, plan, exchange);
        }
        catch (Exception error) // Whatever the connection throws must reach the caller as one of our errors.
        {
            throw exchange.Translate(error, soFar: null, cancellationToken);
        }
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

    /// <summary>Finds this instance, or its batches as <see cref="ILLMBatchService"/> where <see cref="OpenAIDialect.Batch"/> says that there are some.</summary>
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

    private async IAsyncEnumerable<LLMStreamUpdate> StreamAsync(LLMRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = _provider.Options();
        var plan = _planner.Plan(request, _provider.ModelOf(request, options), stream: true);
        var exchange = await SendAsync(plan, options, cancellationToken).ConfigureAwait(false);
        var answer = new AnswerBuilder(_provider.Vendor.ProviderName, plan);
        var stream = await AnswerStream.OpenAsync(exchange, body => new ChatStream(exchange, answer, body), cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            while (await stream.NextAsync(cancellationToken).ConfigureAwait(false) is { } update)
            {
                yield return update;
            }
        }
    }

    private Task<Exchange> SendAsync(RequestPlan plan, LLMProviderOptions options, CancellationToken cancellationToken)
    {
        var address = _provider.EndpointFor(options).At("chat/completions");
        var call = new WireCall { Method = HttpMethod.Post, Address = address, Content = new JsonBody<RequestPlan>(_body, plan), Model = plan.Model };
        return Exchange.SendAsync(_provider, options, call, cancellationToken);
    }

    private LLMResponse Read(ReadOnlySpan<byte> body, RequestPlan plan, Exchange exchange)
    {
        var payload = new ChatPayload();
        WholeAnswer.Read(body, payload);
        exchange.NoteRequestId(payload.VendorRequestId);
        if (payload.Error is { } error)
        {
            throw exchange.Failure(error);
        }

        WholeAnswer.RequireChoice(payload);
        var answer = new AnswerBuilder(_provider.Vendor.ProviderName, plan);
        answer.Note(payload);
        return answer.Build(exchange, WholeAnswer.ToMessage(payload), payload.Usage ?? payload.VendorUsage, firstContent: null);
    }
}
