using System.Globalization;
using System.Runtime.CompilerServices;

namespace JobWise.Llm.Wire;

/// <summary>Anthropic's batches: one request holds all items, one download all results.</summary>
/// <param name="provider">The instance.</param>
/// <param name="plan">Plans each request, the same as for single calls.</param>
internal sealed class AnthropicBatchService(ProviderInstance provider, Func<LLMRequest, MessagesPlan> plan) : ILLMBatchService
{
    // At a hundred each more than any account has; a server that always names a next page must not be asked for ever.
    private const int MostPages = 1000;
    private const string Path = "messages/batches";
    private readonly BatchWriter _writer = new(plan);

    public LLMBatchRules Rules { get; } = new() { MaxItems = 100_000, MaxBytes = 256_000_000 };

    public async Task<LLMBatch> CreateAsync(
        IAsyncEnumerable<LLMBatchItem> items, LLMBatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        var checker = new BatchChecker(Rules, provider.Name, provider.Vendor.ProviderName);
        _ = checker.WindowOf(options);
        var spool = new BatchSpool();
        await using (spool.ConfigureAwait(false))
        {
            var warnings = await _writer.WriteAsync(items, spool, checker, cancellationToken).ConfigureAwait(false);
            using var content = new SpoolContent(spool, "application/json");
            var batch = await CallAsync(HttpMethod.Post, string.Empty, cancellationToken, content).ConfigureAwait(false);
            return batch with { Warnings = warnings };
        }
    }

    public Task<LLMBatch> GetAsync(string batchId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(batchId);
        return CallAsync(HttpMethod.Get, $"/{Uri.EscapeDataString(batchId)}", cancellationToken);
    }

    public Task<LLMBatch> CancelAsync(string batchId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(batchId);
        return CallAsync(HttpMethod.Post, $"/{Uri.EscapeDataString(batchId)}/cancel", cancellationToken);
    }

    public async IAsyncEnumerable<LLMBatch> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var query = BatchReader.FirstQuery;
        for (var pages = 0; query is not null; pages++)
        {
            var page = await GetPageAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var batch in page.Batches)
            {
                yield return batch;
            }

            if (pages == MostPages || string.Equals(page.NextQuery, query, StringComparison.Ordinal))
            {
                throw new LLMInvalidResponseException(
                    string.Create(CultureInfo.InvariantCulture, $"{provider.Name}: The list of batches names a next page after {pages + 1} pages, and it brings nothing new."),
                    new LLMErrorDetails { Provider = provider.Vendor.ProviderName });
            }

            query = page.NextQuery;
        }
    }

    public IAsyncEnumerable<LLMBatchResult> GetResultsAsync(string batchId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(batchId);
        return ReadResultsAsync(batchId, cancellationToken);
    }

    public async Task DeleteDataAsync(string batchId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(batchId);
        try
        {
            RequireEnded(await GetAsync(batchId, cancellationToken).ConfigureAwait(false), "its data is still in use. Cancel it and wait, then delete.");
            var options = provider.Options();
            var call = new WireCall { Method = HttpMethod.Delete, Address = Address(options, $"/{Uri.EscapeDataString(batchId)}") };
            using var exchange = await Exchange.SendAsync(provider, options, call, cancellationToken).ConfigureAwait(false);
        }
        catch (LLMServiceException error) when (error.StatusCode is 404 or 410)
        {
            // It is gone already, which is what was asked for.
        }
    }

    private Task<LLMBatch> CallAsync(HttpMethod method, string path, CancellationToken cancellationToken, HttpContent? content = null)
    {
        var options = provider.Options();
        var call = new WireCall { Method = method, Address = Address(options, path), Content = content, IsUpload = content is not null };
        return JsonCall.SendAsync(provider, options, call, static (body, _) => BatchReader.Read(body), cancellationToken);
    }

    private Task<BatchPage> GetPageAsync(string query, CancellationToken cancellationToken)
    {
        var options = provider.Options();
        var call = new WireCall { Address = provider.EndpointFor(options).Under(Path, query) };
        return JsonCall.SendAsync(provider, options, call, static (body, _) => BatchReader.ReadPage(body), cancellationToken);
    }

    private async IAsyncEnumerable<LLMBatchResult> ReadResultsAsync(string batchId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = await GetAsync(batchId, cancellationToken).ConfigureAwait(false);
        RequireEnded(batch, "it has results once it has ended. Wait with WaitAsync.");
        var options = provider.Options();
        // Below the configured address, whatever results_url says: the key goes nowhere else.
        var call = new WireCall { Address = Address(options, $"/{Uri.EscapeDataString(batchId)}/results") };
        var results = new BatchResults(provider, batch, Rules.MaxItems);
        var lines = await ResultLines.OpenAsync(provider, options, call, cancellationToken).ConfigureAwait(false);
        await using (lines.ConfigureAwait(false))
        {
            while (await lines.NextAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return results.Take(lines);
            }
        }

        if (results.IsIncomplete)
        {
            throw results.Incomplete();
        }
    }

    private void RequireEnded(LLMBatch batch, string because)
    {
        if (!batch.IsEnded)
        {
            throw new LLMInvalidRequestException(
                $"{provider.Name}: The batch '{batch.Id}' is {batch.Status}; {because}", new LLMErrorDetails { Provider = provider.Vendor.ProviderName });
        }
    }

    private Uri Address(LLMProviderOptions options, string path) => provider.EndpointFor(options).Under($"{Path}{path}");
}
