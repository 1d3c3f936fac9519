using System.Net.Http.Headers;
using System.Reflection;

namespace JobWise.Llm.Wire;

/// <summary>One request and its answer: sends, knows the facts for errors, and closes the connection on dispose.</summary>
internal sealed class Exchange : IDisposable
{
    private const int MostErrorBytes = 256 * 1024;
    private static readonly ProductInfoHeaderValue Agent = new("JobWise.Llm", AgentVersion());
    private readonly ProviderInstance _provider;
    private readonly WireCall _call;
    private HttpResponseMessage? _response;
    private string? _apiKey;
    private TimeSpan _clientTimeout = Timeout.InfiniteTimeSpan;

    private Exchange(ProviderInstance provider, LLMProviderOptions options, WireCall call)
    {
        _provider = provider;
        _call = call;
        Options = options;
        StartedAt = provider.Time.GetTimestamp();
    }

    public LLMProviderOptions Options { get; }

    /// <summary>The name the provider was registered under.</summary>
    public string Instance => _provider.Name;

    public long StartedAt { get; }

    public TimeSpan Elapsed => _provider.Time.GetElapsedTime(StartedAt);

    public HttpResponseMessage Response => _response ?? throw new InvalidOperationException("Nothing was received yet.");

    public LLMRateLimitSnapshot? RateLimits { get; private set; }

    public string? RequestId { get; private set; }

    /// <summary>Sends, and returns once the headers of a successful answer are there. The content of the call is disposed of.</summary>
    public static Task<Exchange> SendAsync(
        ProviderInstance provider, LLMProviderOptions options, WireCall call, CancellationToken cancellationToken) =>
        new Exchange(provider, options, call).SendAsync(cancellationToken);

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
            Options.BaseUrl ?? _provider.Vendor.DefaultBaseUrl,
            new TransportLimits(Options.ConnectTimeout, _clientTimeout),
            Details(soFar));
    }

    /// <summary>What an error in the body of a successful answer becomes.</summary>
    public LLMServiceException Failure(WireError error, LLMStreamAccumulator? soFar = null) =>
        ErrorTranslator.Translate(error, status: null, headers: null, Facts(Details(soFar)));

    /// <summary>What the error of one line of a batch becomes, which has a status and an id of its own.</summary>
    public LLMServiceException LineFailure(WireError? error, int? status, string? requestId) => ErrorTranslator.Translate(
        error, status, headers: null, Facts(new LLMErrorDetails { Provider = _provider.Vendor.ProviderName, RequestId = requestId }));

    /// <summary>The vendor's words without the key.</summary>
    public string Clean(string text) => VendorText.Clean(text, _apiKey);

    public LLMErrorDetails Details(LLMStreamAccumulator? soFar = null) => new()
    {
        Provider = _provider.Vendor.ProviderName,
        Model = _call.Model,
        StatusCode = _response is null ? null : (int)_response.StatusCode,
        RequestId = RequestId,
        RateLimits = RateLimits,
        Usage = soFar?.Usage,
        PartialText = soFar?.Text is { Length: > 0 } text ? text : null,
    };

    /// <summary>Takes Groq's id from the body where no header brought one.</summary>
    public void NoteRequestId(string? id) => RequestId ??= id;

    public void Dispose() => _response?.Dispose();

    // One method, not three, since each that waits for the answer is kept in memory by every call under way.
    private async Task<Exchange> SendAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(_call.Method, _call.Address) { Content = _call.Content };
        try
        {
            _apiKey = await _provider.Key.GetAsync(Options, cancellationToken).ConfigureAwait(false);
            _provider.NoteKey(Options, _apiKey);
            AddHeaders(request.Headers);
            var client = _provider.Client();
            _clientTimeout = client.Timeout;
            _response = await FirstByte.SendAsync(client, request, _call.IsUpload ? null : Options.FirstByteTimeout, _provider.Time, cancellationToken)
                .ConfigureAwait(false);
            Note(_response.Headers);
            return _response.IsSuccessStatusCode ? this : throw await FailureAsync(_response, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) // Whatever a handler throws must reach the caller as one of our errors.
        {
            Dispose();
            throw Translate(error, soFar: null, cancellationToken);
        }
    }

    private void Note(HttpResponseHeaders headers)
    {
        RateLimits = RateLimitReader.Read(headers, _provider.Vendor.RateLimits, _provider.Time.GetUtcNow());
        RequestId = headers.First("x-request-id") ?? headers.First("request-id");
    }

    private void AddHeaders(HttpRequestHeaders headers)
    {
        headers.UserAgent.Add(Agent);
        if (_apiKey is not null && _provider.Vendor.KeyHeader is { } keyHeader)
        {
            headers.Add(keyHeader, _apiKey);
        }
        else if (_apiKey is not null)
        {
            headers.Authorization = new AuthenticationHeaderValue("Bearer", _apiKey);
        }

        foreach (var (name, value) in Options.DefaultHeaders)
        {
            headers.Add(name, value);
        }

        foreach (var (name, value) in _provider.Vendor.Headers(Options))
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

        var translated = ErrorTranslator.Translate(error, (int)response.StatusCode, response.Headers, Facts(Details()));
        return translated is LLMAuthenticationException && await HasNewKeyAsync(cancellationToken).ConfigureAwait(false)
            ? new LLMAuthenticationException(translated.Message, translated.Details with { ShouldRetry = true }, translated)
            : translated;
    }

    // A key that was rotated while the call was on its way deserves one more try; the same key does not.
    private async ValueTask<bool> HasNewKeyAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = await _provider.Key.GetAsync(_provider.Options(), cancellationToken).ConfigureAwait(false);
            return !string.Equals(now, _apiKey, StringComparison.Ordinal);
        }
        catch (LLMServiceException)
        {
            // Without a key there is nothing to try again with.
            return false;
        }
    }

    private ErrorFacts Facts(LLMErrorDetails details) => new()
    {
        Vendor = _provider.Vendor,
        Instance = _provider.Name,
        Details = details,
        ApiKey = _apiKey,
        Now = _provider.Time.GetUtcNow(),
        CatalogueEntry = _call.Model is null ? null : _provider.FindModel(_call.Model),
    };

    // The version of the package, without the commit that the build adds after a plus sign.
    private static string AgentVersion() =>
        typeof(Exchange).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
