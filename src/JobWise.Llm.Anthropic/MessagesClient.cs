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
        return await Exchange.SendAsync(provider, options, Call(kind, plan, options, content), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends, and reads the whole answer.</summary>
    public async Task<TAnswer> AskAsync<TAnswer>(
        MessagesCall kind, MessagesPlan plan, LLMProviderOptions options, Func<ReadOnlySpan<byte>, Exchange, TAnswer> read, CancellationToken cancellationToken)
    {
        using var buffer = WriterOf(kind).Write(plan);
        using var content = new JsonBody(buffer);
        return await JsonCall.SendAsync(provider, options, Call(kind, plan, options, content), read, cancellationToken).ConfigureAwait(false);
    }

    private WireCall Call(MessagesCall kind, MessagesPlan plan, LLMProviderOptions options, JsonBody content) => new()
    {
        Method = HttpMethod.Post,
        Address = provider.EndpointFor(options).At(kind == MessagesCall.Count ? "messages/count_tokens" : "messages"),
        Content = content,
        Model = plan.Model,
    };

    private RequestBody<MessagesPlan> WriterOf(MessagesCall kind) => kind switch
    {
        MessagesCall.Streamed => _streamed,
        MessagesCall.Count => _count,
        _ => _whole,
    };
}
