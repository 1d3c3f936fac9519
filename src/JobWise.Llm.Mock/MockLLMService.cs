using System.Runtime.CompilerServices;

namespace JobWise.Llm;

/// <summary>
/// A provider that answers from a script and remembers every call: for unit tests, and for samples without a key. Needs no container:
/// <c>new MockLLMService().Answer("summary", "Enhanced text")</c>. Safe for concurrent use.
/// </summary>
/// <remarks>
/// Answers are looked for in this order: the queue (<c>AnswerNext</c>), the rules in the order they were added (<c>Answer</c>, <c>Fail</c>),
/// the default answer. Assertions such as <c>AssertCalledOnce()</c> are in <see cref="MockAssertionExtensions"/>.
/// </remarks>
public sealed class MockLLMService : ILLMService, IMockScripted
{
    private readonly TimeProvider _timeProvider;
    private readonly CallLog _log;

    /// <summary>Makes a mock that gives every call the default answer until it is scripted.</summary>
    public MockLLMService()
        : this(new MockLLMOptions())
    {
    }

    /// <summary>Makes a mock with latency, strictness, models or a shared script.</summary>
    /// <param name="options">Used as it is, not copied: what is changed later holds for the next call.</param>
    /// <param name="instanceName">The name it reports in <see cref="Metadata"/>, and that <c>AddMock(service)</c> registers it under.</param>
    /// <param name="timeProvider">Measures and waits; null takes the system's clock.</param>
    public MockLLMService(MockLLMOptions options, string instanceName = "mock", TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceName);
        MockLLMOptionsValidator.ThrowIfInvalid(options, instanceName);
        Options = options;
        _timeProvider = timeProvider ?? TimeProvider.System;
        _log = new CallLog(_timeProvider);
        Batches = new MockBatches(this, _timeProvider);
        Metadata = new LLMServiceMetadata
        {
            ProviderName = options.ProviderName,
            InstanceName = instanceName,
            DefaultModel = options.DefaultModel,
        };
    }

    /// <summary>The options given at the start; models, health, latency and strictness may be changed between calls.</summary>
    public MockLLMOptions Options { get; }

    /// <inheritdoc/>
    public MockScript Script => Options.Script;

    /// <inheritdoc/>
    public LLMServiceMetadata Metadata { get; }

    /// <summary>The batches of this mock, which its script answers; found as <see cref="ILLMBatchService"/> too.</summary>
    public MockBatches Batches { get; }

    /// <summary>All calls so far, in the order they arrived, running ones included; a copy, so that it does not change while it is read.</summary>
    public IReadOnlyList<MockCall> Calls => _log.ToList();

    /// <inheritdoc/>
    public async Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var call = Start(request, isStreamed: false, cancellationToken);
        try
        {
            var exchange = await PrepareAsync(call, cancellationToken).ConfigureAwait(false);
            var response = await exchange.AnswerAsync(cancellationToken).ConfigureAwait(false);
            call.Succeed(response);
            return response;
        }
        catch (Exception error)
        {
            // Whatever ends the call, a test's own exception included, is recorded and goes on its way.
            call.Fail(error);
            throw;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RecordedStreamAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<LLMModel>> GetAvailableModelsAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        IReadOnlyList<LLMModel> models = [.. Options.Models.Select(id => new LLMModel { Id = id, Provider = Options.ProviderName })];
        return Task.FromResult(models);
    }

    /// <inheritdoc/>
    public Task<LLMHealth> CheckHealthAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Options.Health);
    }

    /// <summary>Finds this instance, or its <see cref="Batches"/> as <see cref="ILLMBatchService"/>.</summary>
    /// <param name="serviceType">The type asked for.</param>
    /// <param name="serviceKey">Nothing here has a key.</param>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(Batches) ? Batches
            : null;
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<LLMStreamUpdate> updates, MockCall call)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // As in GenerateAsync: recorded, never kept.
            call.Fail(error);
            throw;
        }
    }

    private async IAsyncEnumerable<LLMStreamUpdate> RecordedStreamAsync(
        LLMRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var call = Start(request, isStreamed: true, cancellationToken);
        var updates = StreamAsync(call, cancellationToken).GetAsyncEnumerator(CancellationToken.None);
        await using (updates.ConfigureAwait(false))
        {
            try
            {
                while (await MoveNextAsync(updates, call).ConfigureAwait(false))
                {
                    yield return updates.Current;
                }

                call.End(MockCallOutcome.EndedEarly);
            }
            finally
            {
                // The first outcome stays, so this one holds only where the consumer left early.
                call.End(MockCallOutcome.Abandoned);
            }
        }
    }

    private async IAsyncEnumerable<LLMStreamUpdate> StreamAsync(MockCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var exchange = await PrepareAsync(call, cancellationToken).ConfigureAwait(false);
        await foreach (var update in exchange.StreamAsync(cancellationToken).ConfigureAwait(false))
        {
            if (update.Response is { } response)
            {
                call.Succeed(response);
            }

            yield return update;
        }
    }

    private MockCall Start(LLMRequest request, bool isStreamed, CancellationToken cancellationToken)
    {
        // A wrong request and a call that was cancelled before it began never reach a provider, so they are not calls.
        LLMRequestRules.ThrowIfInvalid(request);
        cancellationToken.ThrowIfCancellationRequested();
        return _log.Start(request, isStreamed);
    }

    private async ValueTask<MockExchange> PrepareAsync(MockCall call, CancellationToken cancellationToken)
    {
        var startedAt = _timeProvider.GetTimestamp();
        var reply = Script.Find(call.Request) ?? (Options.Strict ? throw Unmatched(call) : Script.Default);
        var answer = await reply(call.Request, cancellationToken).ConfigureAwait(false);
        return new MockExchange(call.Request, answer, Options, _timeProvider, startedAt);
    }

    private MockAssertionException Unmatched(MockCall call) => new(
        $"No scripted answer fits this call: {CallDescription.Of(call, Options.ShowTextInAssertions)}. {Script.Describe()} "
        + "Add an answer for it with Answer() or AnswerNext(), or set Strict to false to get the default answer.");
}
