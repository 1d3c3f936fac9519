using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace JobWise.Llm.Pipeline;

/// <summary>The two places for answers, each made when it is first wanted.</summary>
internal sealed class ResponseStores(IServiceProvider services, CurrentSettings settings, TimeProvider timeProvider)
{
    private readonly MemoryResponseStore _memory = new(settings, timeProvider);
    private DistributedResponseStore? _distributed;

    public IResponseStore Of(LLMCacheOptions options) =>
        options.UseDistributed ? LazyInitializer.EnsureInitialized(ref _distributed, Make) : _memory;

    private DistributedResponseStore Make() => new(
        services.GetRequiredService<IDistributedCache>(),
        settings,
        timeProvider,
        (services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger(Log.Category));
}
