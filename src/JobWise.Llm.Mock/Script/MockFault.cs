namespace JobWise.Llm;

/// <summary>Something that goes wrong with a call, at once or after some pieces of a stream.</summary>
public sealed class MockFault
{
    private readonly Func<LLMErrorDetails, LLMServiceException>? _create;

    private MockFault(string name, Func<LLMErrorDetails, LLMServiceException>? create, int afterChunks = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterChunks);
        Name = name;
        AfterChunks = afterChunks;
        _create = create;
    }

    /// <summary>What the fault is called in messages, such as <c>RateLimited</c>.</summary>
    public string Name { get; }

    /// <summary>How many pieces of content a stream brings before the fault; more than it has puts the fault before the last update. A call that is not streamed fails at once.</summary>
    public int AfterChunks { get; private init; }

    internal bool Hangs { get; private init; }

    internal bool EndsQuietly { get; private init; }

    /// <summary>HTTP 429: too many requests for now.</summary>
    /// <param name="retryAfter">How long the provider asks to wait; null gives no hint.</param>
    public static MockFault RateLimited(TimeSpan? retryAfter = null) => new(nameof(RateLimited), details => new LLMRateLimitException(
        "Too many requests (scripted fault). Wait for RetryAfter, then send again.",
        details with { StatusCode = 429, ProviderCode = "rate_limit_exceeded", RetryAfter = retryAfter }));

    /// <summary>HTTP 5xx: the provider failed.</summary>
    /// <param name="statusCode">500 to 599.</param>
    public static MockFault ServerError(int statusCode = 503) => new(nameof(ServerError), details => new LLMServerException(
        $"The provider failed with status {statusCode} (scripted fault). Send again later.", details with { StatusCode = statusCode }));

    /// <summary>A wait of the library ran out. Thrown at once: no time passes.</summary>
    /// <param name="phase">Which wait.</param>
    public static MockFault Timeout(LLMTimeoutPhase phase = LLMTimeoutPhase.FirstContent) => new(nameof(Timeout), details =>
        new LLMTimeoutException(phase, $"The wait '{phase}' ran out (scripted fault). Send again, or allow more time.", details));

    /// <summary>HTTP 401: the key is not accepted.</summary>
    public static MockFault Authentication() => new(nameof(Authentication), details => new LLMAuthenticationException(
        "The key was not accepted (scripted fault). Check the configured key.",
        details with { StatusCode = 401, ProviderCode = "invalid_api_key" }));

    /// <summary>HTTP 429 with a billing code: money or a fixed quota has run out.</summary>
    public static MockFault Quota() => new(nameof(Quota), details => new LLMQuotaException(
        "The quota is used up (scripted fault). Raise it in the provider's console.",
        details with { StatusCode = 429, ProviderCode = "insufficient_quota" }));

    /// <summary>No answer arrives: the connection fails.</summary>
    public static MockFault Connection() => new(nameof(Connection), details => new LLMConnectionException(
        "The connection failed (scripted fault). Check the network, then send again.", details));

    /// <summary>A stream breaks after some pieces; what had come is in <see cref="LLMServiceException.PartialText"/>.</summary>
    /// <param name="afterChunks">How many pieces arrive before it breaks.</param>
    public static MockFault StreamInterrupted(int afterChunks = 1) => new(nameof(StreamInterrupted), details => new LLMStreamInterruptedException(
        $"The stream broke after {afterChunks} pieces (scripted fault). Ask again, or use what PartialText holds.", details), afterChunks);

    /// <summary>Nothing more happens until the caller cancels.</summary>
    /// <param name="afterChunks">How many pieces of a stream arrive before that.</param>
    public static MockFault Hang(int afterChunks = 0) => new(nameof(Hang), create: null, afterChunks) { Hangs = true };

    /// <summary>
    /// A stream ends as if all were well but without its last update, as a provider never should: for tests of code that folds streams. A
    /// call that is not streamed gets its whole answer.
    /// </summary>
    /// <param name="afterChunks">How many pieces arrive before it ends.</param>
    public static MockFault EndWithoutCompletion(int afterChunks = 1) =>
        new(nameof(EndWithoutCompletion), create: null, afterChunks) { EndsQuietly = true };

    /// <summary>Any failure, thrown as it is, each time the same object.</summary>
    /// <param name="error">What the call fails with.</param>
    /// <param name="afterChunks">How many pieces of a stream arrive before it.</param>
    public static MockFault FromException(LLMServiceException error, int afterChunks = 0)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(error.GetType().Name, _ => error, afterChunks);
    }

    /// <summary>Any failure, made anew for each call.</summary>
    /// <param name="create">Gets the provider, the model, and in a stream the partial text.</param>
    /// <param name="afterChunks">How many pieces of a stream arrive before it.</param>
    public static MockFault FromException(Func<LLMErrorDetails, LLMServiceException> create, int afterChunks = 0)
    {
        ArgumentNullException.ThrowIfNull(create);
        return new("custom", create, afterChunks);
    }

    /// <summary>Any failure, thrown as it is.</summary>
    /// <param name="error">What the call fails with.</param>
    public static implicit operator MockFault(LLMServiceException error) => FromException(error);

    /// <summary>The same fault at another place in the stream.</summary>
    /// <param name="chunks">How many pieces of content arrive before it.</param>
    public MockFault After(int chunks) => new(Name, _create, chunks) { Hangs = Hangs, EndsQuietly = EndsQuietly };

    internal LLMServiceException CreateException(LLMErrorDetails details) => _create!(details);
}
