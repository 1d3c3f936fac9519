namespace JobWise.Llm.Wire;

/// <summary>Sends what was planned.</summary>
/// <param name="provider">The instance that is called.</param>
internal sealed class MessagesClient(ProviderInstance provider)
{
    private readonly RequestBody<MessagesPlan> _whole = new(MessagesWriter.WriteWhole);
    private readonly RequestBody<MessagesPlan> _streamed = new(MessagesWriter.WriteStreamed);
    private readonly RequestBody<MessagesPlan> _count = new(MessagesWriter.WriteCount);

    /// <summary>Sends, and returns once the headers of a successful answer are there.</summary>
    public async Task<Exchange> SendAsync(MessagesCall kind, MessagesPlan plan, LLMProviderOptions options, CancellationToken cancellationToken)
    {
        using var buffer = WriterOf(kind).Write(plan);
        using var content = new JsonBody(buffer);
        var call = new WireCall
        {
            Method = HttpMethod.Post,
            Address = provider.EndpointFor(options).At(kind == MessagesCall.Count ? "messages/count_tokens" : "messages"),
            Content = content,
            Model = plan.Model,
        };
        return await Exchange.SendAsync(provider, options, call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends, and reads the whole answer.</summary>
    public async Task<TAnswer> AskAsync<TAnswer>(
        MessagesCall kind, MessagesPlan plan, LLMProviderOptions options, AnswerReader<TAnswer> read, CancellationToken cancellationToken)
    {
        using var exchange = await SendAsync(kind, plan, options, cancellationToken).ConfigureAwait(false);
        try
        {
            using var body = await ResponseBody.ReadAsync(exchange.Response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            ThrowIfNoJson(body.WrittenSpan);
            return read(body.WrittenSpan, exchange);
        }
        catch (Exception error) // Whatever the connection throws must reach the caller as one of our errors.
        {
            throw exchange.Translate(error, soFar: null, cancellationToken);
        }
    }

    private RequestBody<MessagesPlan> WriterOf(MessagesCall kind) => kind switch
    {
        MessagesCall.Streamed => _streamed,
        MessagesCall.Count => _count,
        _ => _whole,
    };

    private static void ThrowIfNoJson(ReadOnlySpan<byte> body)
    {
        if (Bytes.FirstSign(body) is 0 or (byte)'<')
        {
            throw new WireFormatException(body.IsEmpty
                ? "The answer is empty."
                : "The answer is an HTML or XML page, not JSON. Check BaseUrl and any proxy on the way.");
        }
    }
}
