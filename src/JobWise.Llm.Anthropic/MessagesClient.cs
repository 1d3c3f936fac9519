namespace JobWise.Llm.Wire;

/// <summary>Sends what was planned.</summary>
/// <param name="provider">The instance that is called.</param>
internal sealed class MessagesClient(ProviderInstance provider)
{
    private readonly RequestBody<MessagesPlan> _whole = new(MessagesWriter.WriteWhole);
    private readonly RequestBody<MessagesPlan> _streamed = new(MessagesWriter.WriteStreamed);
    private readonly RequestBody<MessagesPlan> _count = new(MessagesWriter.WriteCount);

    /// <summary>Sends, and returns once the headers of a successful answer are there.</summary>
    public Task<Exchange> SendAsync(MessagesCall kind, MessagesPlan plan, LLMProviderOptions options, CancellationToken cancellationToken) =>
        Exchange.SendAsync(provider, options, Call(kind, plan, options), cancellationToken);

    /// <summary>Sends, and reads the whole answer.</summary>
    public Task<TAnswer> AskAsync<TAnswer>(
        MessagesCall kind, MessagesPlan plan, LLMProviderOptions options, Func<ReadOnlySpan<byte>, Exchange, TAnswer> read, CancellationToken cancellationToken) =>
        JsonCall.SendAsync(provider, options, Call(kind, plan, options), read, cancellationToken);

    private WireCall Call(MessagesCall kind, MessagesPlan plan, LLMProviderOptions options) => new()
    {
        Method = HttpMethod.Post,
        Address = provider.EndpointFor(options).At(kind == MessagesCall.Count ? "messages/count_tokens" : "messages"),
        Content = new JsonBody<MessagesPlan>(WriterOf(kind), plan),
        Model = plan.Model,
    };

    private RequestBody<MessagesPlan> WriterOf(MessagesCall kind) => kind switch
    {
        MessagesCall.Streamed => _streamed,
        MessagesCall.Count => _count,
        _ => _whole,
    };
}
