using JobWise.Llm.IntegrationTests.Peer;
using JobWise.Llm.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.IntegrationTests;

/// <summary>What every provider must do against a server that nobody here wrote. A provider passes it through a subclass that says what is its own.</summary>
[Collection(SharedPeerServer.Name)]
public abstract partial class PeerConformance : IAsyncLifetime
{
    private const string Instance = "under-test";
    private readonly PeerServer _server;
    private readonly List<ServiceProvider> _services = [];

    protected PeerConformance(PeerServer server)
    {
        (_server, Scope) = (server, new PeerScope(server));
        Headers = new Dictionary<string, string> { [PeerScope.Header] = Scope.Id };
    }

    protected PeerScope Scope { get; }

    protected abstract string ProviderName { get; }

    /// <summary>One that the fixtures name, so that the server lists it.</summary>
    protected abstract string Model { get; }

    /// <summary>Where the vendor's own address has its version, such as <c>/v1</c>.</summary>
    protected abstract string BasePath { get; }

    /// <summary>Where chats are sent, after <see cref="BasePath"/>.</summary>
    protected abstract string ChatPath { get; }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var services in _services)
        {
            await services.DisposeAsync();
        }
    }

    /// <summary>Calls the package's <c>AddX</c>.</summary>
    /// <param name="builder">Where to.</param>
    /// <param name="name">The name of the instance.</param>
    /// <param name="settings">What the instance must be told.</param>
    protected abstract void Add(ILLMBuilder builder, string name, PeerSettings settings);

    /// <summary>The request as it must be for its stream to bring the token counts.</summary>
    protected virtual LLMRequest AskForStreamedUsage(LLMRequest request) => request;

    /// <summary>What the server is told beside the request; every request carries it.</summary>
    protected Dictionary<string, string> Headers { get; }

    protected ILLMService Create(CallPath path, Action<LLMPipelineOptions>? configure = null, TimeProvider? time = null, string key = PeerServer.Key)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time ?? TimeProvider.System);
        var builder = path == CallPath.Pipeline ? services.AddJobWiseLlm(configure ?? SendOnce) : new TestLLMBuilder(services);
        Add(builder, Instance, new PeerSettings
        {
            BaseUrl = new Uri(_server.Address, BasePath),
            Key = key,
            DefaultModel = Model,
            Headers = Headers,
        });
        var provider = services.BuildServiceProvider();
        _services.Add(provider);
        return path == CallPath.Pipeline
            ? provider.GetRequiredService<ILLMService>()
            : provider.GetRequiredKeyedService<ILLMService>(Instance);
    }

    // What a failure is must not depend on how often it was met; the tests of retries say so themselves. And the server has none of the limits of
    // the vendor that it stands for.
    private static void SendOnce(LLMPipelineOptions options) => (options.Retry.MaxAttempts, options.RateLimiting.IsEnabled) = (1, false);

    protected LLMRequest Ask(string prompt) => new() { Prompt = prompt, Model = Model };

    protected static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> stream)
    {
        List<T> all = [];
        await foreach (var item in stream)
        {
            all.Add(item);
        }

        return all;
    }

    /// <summary>The failure of a call in both forms, since a provider has two paths to it.</summary>
    private static async Task<TError[]> FailBothWaysAsync<TError>(ILLMService service, LLMRequest request)
        where TError : Exception =>
    [
        await Assert.ThrowsAsync<TError>(() => service.GenerateAsync(request)),
        await Assert.ThrowsAsync<TError>(() => ReadAsync(service.GenerateStreamAsync(request))),
    ];
}
