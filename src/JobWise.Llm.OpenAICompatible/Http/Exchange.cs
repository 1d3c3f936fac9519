using System.Net.Http.Headers;
using System.Reflection;

namespace JobWise.Llm.Wire;

/// <summary>One request and its answer: sends, knows the facts for errors, and closes the connection on dispose.</summary>
internal sealed class Exchange : IDisposable
{
    private const int MostErrorBytes = 256 * 1024;
    private static readonly ProductInfoHeaderValue Agent = new("JobWise.Llm", AgentVersion());
    private readonly ProviderInstance _provider;
    private readonly string? _model;
    private HttpResponseMessage? _response;
    private string? _apiKey;
    private TimeSpan _clientTimeout = Timeout.InfiniteTimeSpan;

    private Exchange(ProviderInstance provider, OpenAIProtocolOptions options, string? model)
    {
        _provider = provider;
        _model = model;
        Options = options;
        StartedAt = provider.Time.GetTimestamp();
    }

    public OpenAIProtocolOptions Options { get; }

    public long StartedAt { get; }

    public TimeSpan Elapsed => _provider.Time.GetElapsedTime(StartedAt);

    public HttpResponseMessage Response => _response ?? throw new InvalidOperationException("Nothing was received yet.");

    public LLMRateLimitSnapshot? RateLimits { get; private set; }

    public string? RequestId { get; private set; }

    /// <summary>Sends, and returns once the headers of a successful answer are there.</summary>
    public static async Task<Exchange> SendAsync(
        ProviderInstance provider, OpenAIProtocolOptions options, Func<Endpoint, Uri> target, HttpContent? content, string? model, CancellationToken cancellationToken)
    {
        var exchange = new Exchange(provider, options, model);
        try
        {
            await exchange.SendAsync(target, content, cancellationToken).ConfigureAwait(false);
            return exchange;
        }
        catch (Exception error) // Whatever a handler throws must reach the caller as one of our errors.
        {
            exchange.Dispose();
            throw exchange.Translate(error, soFar: null, cancellationToken);
        }
    }

    /// <summary>What a failure becomes for the caller; our own exceptions and the caller's cancellation pass through.</summary>
    public Exception Translate(Exception error, LLMStreamAccumulator? soFar, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return error is OperationCanceledException own && own.CancellationToken == cancellationToken
                ? own
                : new OperationCanceledException("The call was cancelled.", error, cancellationToken);
        }

        return error as LLMServiceException ?? TransportErrors.Translate(
            error,
            _provider.Name,
            Options.BaseUrl ?? _provider.Dialect.DefaultBaseUrl,
            new TransportLimits(Options.ConnectTimeout, _clientTimeout),
            Details(soFar));
    }

    /// <summary>What an error in the body of a successful answer becomes.</summary>
    public LLMServiceException Failure(WireError error, LLMStreamAccumulator? soFar = null) =>
        ErrorTranslator.Translate(error, status: null, headers: null, Facts(soFar));

    public LLMErrorDetails Details(LLMStreamAccumulator? soFar = null) => new()
    {
        Provider = _provider.Dialect.ProviderName,
        Model = _model,
        StatusCode = _response is null ? null : (int)_response.StatusCode,
        RequestId = RequestId,
        RateLimits = RateLimits,
        Usage = soFar?.Usage,
        PartialText = soFar?.Text is { Length: > 0 } text ? text : null,
    };

    /// <summary>Takes Groq's id from the body where no header brought one.</summary>
    public void NoteRequestId(string? id) => RequestId ??= id;

    public void Dispose() => _response?.Dispose();

    private async Task SendAsync(Func<Endpoint, Uri> target, HttpContent? content, CancellationToken cancellationToken)
    {
        var endpoint = _provider.EndpointFor(Options);
        _apiKey = await _provider.Key.GetAsync(Options, cancellationToken).ConfigureAwait(false);
        using var request = new HttpRequestMessage(content is null ? HttpMethod.Get : HttpMethod.Post, target(endpoint)) { Content = content };
        AddHeaders(request.Headers);
        var client = _provider.Client();
        _clientTimeout = client.Timeout;
        _response = await client
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        RateLimits = RateLimitReader.Read(_response.Headers, _provider.Time.GetUtcNow());
        RequestId = _response.Headers.First("x-request-id") ?? _response.Headers.First("request-id");
        if (!_response.IsSuccessStatusCode)
        {
            throw await FailureAsync(_response, cancellationToken).ConfigureAwait(false);
        }
    }

    private void AddHeaders(HttpRequestHeaders headers)
    {
        headers.UserAgent.Add(Agent);
        if (_apiKey is not null)
        {
            headers.Authorization = new AuthenticationHeaderValue("Bearer", _apiKey);
        }

        foreach (var (name, value) in Options.DefaultHeaders)
        {
            headers.Add(name, value);
        }

        foreach (var (name, value) in Options.GetVendorHeaders())
        {
            headers.Add(name, value);
        }
    }

    private async Task<LLMServiceException> FailureAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        WireError? error = null;
        try
        {
            using var body = await ResponseBody.ReadAsync(response, MostErrorBytes, cancellationToken).ConfigureAwait(false);
            error = ErrorReader.ReadBody(body.WrittenSpan);
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or WireFormatException or InvalidDataException)
        {
            // The status alone still tells most of what an unreadable error body would have.
        }

        return ErrorTranslator.Translate(error, (int)response.StatusCode, response.Headers, Facts(null));
    }

    private ErrorFacts Facts(LLMStreamAccumulator? soFar) => new()
    {
        Dialect = _provider.Dialect,
        Details = Details(soFar),
        ApiKey = _apiKey,
        Now = _provider.Time.GetUtcNow(),
        CatalogueEntry = _model is null ? null : _provider.FindModel(_model),
    };

    // The version of the package, without the commit that the build adds after a plus sign.
    private static string AgentVersion() =>
        typeof(Exchange).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
