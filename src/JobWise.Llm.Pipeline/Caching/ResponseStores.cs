using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline;

/// <summary>The two places for answers; the distributed one is made when it is first wanted.</summary>
internal sealed class ResponseStores(IServiceProvider services, CurrentSettings settings, TimeProvider timeProvider)
{
    private readonly MemoryResponseStore _memory = new(settings, timeProvider);
    private DistributedResponseStore? _distributed;

    public IResponseStore Of(LLMCacheOptions options) =>
        options.UseDistributed ? _distributed ??= services.GetRequiredService<DistributedResponseStore>() : _memory;
}
