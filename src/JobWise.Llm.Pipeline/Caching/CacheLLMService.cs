using System.Runtime.CompilerServices;

namespace JobWise.Llm.Pipeline;

/// <summary>Answers a request that was answered before without sending it, and makes one call of equal ones that run at the same time.</summary>
internal sealed class CacheLLMService(ILLMService innerService, CurrentSettings settings, CachePlan plan, CacheRecord record)
    : DelegatingLLMService(innerService)
{
    private readonly SharedCalls _shared = new(innerService, settings, record);

    public override Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        plan.Of(request) is not { } call ? InnerService.GenerateAsync(request, cancellationToken)
        : FindNow(call, out var isUnwanted) is { } hit ? Task.FromResult(hit)
        : request.Call.CacheMode == LLMCacheMode.Default ? _shared.GenerateAsync(call, isUnwanted, cancellationToken)
        : GenerateAloneAsync(call, cancellationToken);

    public override IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        plan.Of(request) is { } call ? StreamAsync(call, cancellationToken) : InnerService.GenerateStreamAsync(request, cancellationToken);

    private async IAsyncEnumerable<LLMStreamUpdate> StreamAsync(CachedCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var hit = FindNow(call, out var isUnwanted) ?? await FindForReadOnlyAsync(call, cancellationToken).ConfigureAwait(false);
        if (hit is not null)
        {
            foreach (var update in Hit.Replay(hit))
            {
                yield return update;
            }

            yield break;
        }

        var updates = call.Request.Call.CacheMode == LLMCacheMode.Default
            ? _shared.GenerateStreamAsync(call, isUnwanted, cancellationToken)
            : InnerService.GenerateStreamAsync(call.Request, cancellationToken);
        await foreach (var update in updates.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (update.Response is { } response && call.Request.Call.CacheMode == LLMCacheMode.Refresh)
            {
                await call.SaveAsync(response, cancellationToken).ConfigureAwait(false);
            }

            yield return update;
        }
    }

    /// <summary>A call that may only read or only store: it does not share, since those who wait might want what it must not do.</summary>
    private async Task<LLMResponse> GenerateAloneAsync(CachedCall call, CancellationToken cancellationToken)
    {
        if (await FindForReadOnlyAsync(call, cancellationToken).ConfigureAwait(false) is { } hit)
        {
            return hit;
        }

        var response = await InnerService.GenerateAsync(call.Request, cancellationToken).ConfigureAwait(false);
        if (call.Request.Call.CacheMode == LLMCacheMode.Refresh)
        {
            await call.SaveAsync(response, cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    private LLMResponse? FindNow(CachedCall call, out bool isUnwanted)
    {
        isUnwanted = false;
        if (call.Request.Call.CacheMode == LLMCacheMode.Refresh)
        {
            return null;
        }

        record.LookedUp(call.Request);
        var kept = call.FindNow();
        var isWanted = kept is not null && call.Accepts(kept);
        isUnwanted = kept is not null && !isWanted;
        return isWanted ? record.Hit(kept!, call.Request) : null;
    }

    private async ValueTask<LLMResponse?> FindForReadOnlyAsync(CachedCall call, CancellationToken cancellationToken) =>
        call.Request.Call.CacheMode == LLMCacheMode.ReadOnly
        && await call.FindAsync(cancellationToken).ConfigureAwait(false) is { } kept
        && call.Accepts(kept) ? record.Hit(kept, call.Request) : null;
}
