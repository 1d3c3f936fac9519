using System.Globalization;
using System.Runtime.CompilerServices;

namespace JobWise.Llm.Wire;

/// <summary>Batches of the OpenAI protocol: a file goes up, a batch is made of it, and its results are files again.</summary>
internal sealed class OpenAIBatchService : ILLMBatchService
{
    // At a hundred each more than any account has; a server that always names a next page must not be asked for ever.
    private const int MostPages = 1000;

    private readonly ProviderInstance _provider;
    private readonly BatchFileWriter _writer;
    private readonly BatchFiles _files;
    private readonly RequestBody<BatchCreation> _creation = new(BatchCreation.Write);

    public OpenAIBatchService(ProviderInstance provider, LLMBatchRules rules, RequestPlanner planner, ChatRequestWriter chat)
    {
        (_provider, Rules) = (provider, rules);
        _writer = new BatchFileWriter(provider, planner, chat);
        _files = new BatchFiles(provider);
    }

    public LLMBatchRules Rules { get; }

    public async Task<LLMBatch> CreateAsync(
        IAsyncEnumerable<LLMBatchItem> items, LLMBatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        var checker = new BatchChecker(Rules, _provider.Name, _provider.Vendor.ProviderName);
        var window = checker.WindowOf(options);
        var spool = new BatchSpool();
        await using (spool.ConfigureAwait(false))
        {
            var warnings = await _writer.WriteAsync(items, spool, checker, cancellationToken).ConfigureAwait(false);
            var batch = await SendAsync(spool, window, cancellationToken).ConfigureAwait(false);
            return batch with { Warnings = warnings };
        }
    }

    public Task<LLMBatch> GetAsync(string batchId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(batchId);
        return CallAsync(HttpMethod.Get, Uri.EscapeDataString(batchId), cancellationToken);
    }

    public Task<LLMBatch> CancelAsync(string batchId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(batchId);
        return CallAsync(HttpMethod.Post, $"{Uri.EscapeDataString(batchId)}/cancel", cancellationToken);
    }

    public async IAsyncEnumerable<LLMBatch> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var query = BatchListReader.FirstQuery;
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
                    string.Create(CultureInfo.InvariantCulture, $"{_provider.Name}: The list of batches names a next page after {pages + 1} pages, and it brings nothing new."),
                    new LLMErrorDetails { Provider = _provider.Vendor.ProviderName });
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
        if (await FindAsync(batchId, cancellationToken).ConfigureAwait(false) is not { } batch)
        {
            return;
        }

        if (!batch.IsEnded)
        {
            throw Refusal($"The batch '{batch.Id}' is {batch.Status}, so its data is still in use. Cancel it and wait, then delete.");
        }

        var options = _provider.Options();
        foreach (var fileId in batch.FileIds.Values)
        {
            await _files.DeleteAsync(fileId, options, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Null when the vendor knows the batch no longer.</summary>
    private async Task<LLMBatch?> FindAsync(string batchId, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(batchId, cancellationToken).ConfigureAwait(false);
        }
        catch (LLMServiceException error) when (error.StatusCode is 404 or 410)
        {
            return null;
        }
    }

    private async Task<LLMBatch> SendAsync(BatchSpool spool, TimeSpan window, CancellationToken cancellationToken)
    {
        var options = _provider.Options();
        var fileId = await _files.UploadAsync(spool, options, cancellationToken).ConfigureAwait(false);
        try
        {
            var address = _provider.EndpointFor(options).At("batches");
            var call = new WireCall { Method = HttpMethod.Post, Address = address, Content = new JsonBody<BatchCreation>(_creation, new BatchCreation(fileId, window)) };
            return await JsonCall.SendAsync(_provider, options, call, ReadBatch, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Whoever cancels does not wait for the cleaning up, which ends by itself and cannot fail.
            _ = _files.AbandonAsync(fileId, options);
            throw;
        }
        catch
        {
            // Where nobody knows whether a batch was made, it fails without its file: better than one that is paid for and unknown.
            await _files.AbandonAsync(fileId, options).ConfigureAwait(false);
            throw;
        }
    }

    private Task<LLMBatch> CallAsync(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        var options = _provider.Options();
        var call = new WireCall { Method = method, Address = _provider.EndpointFor(options).Under($"batches/{path}") };
        return JsonCall.SendAsync(_provider, options, call, ReadBatch, cancellationToken);
    }

    private Task<BatchPage> GetPageAsync(string query, CancellationToken cancellationToken)
    {
        var options = _provider.Options();
        var call = new WireCall { Address = _provider.EndpointFor(options).Under("batches", query) };
        return JsonCall.SendAsync(
            _provider, options, call, (body, exchange) => new BatchListReader(new BatchReader(_provider.Vendor.ProviderName, exchange.Clean)).Read(body), cancellationToken);
    }

    private LLMBatch ReadBatch(ReadOnlySpan<byte> body, Exchange exchange) => new BatchReader(_provider.Vendor.ProviderName, exchange.Clean).Read(body);

    private async IAsyncEnumerable<LLMBatchResult> ReadResultsAsync(string batchId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = await GetAsync(batchId, cancellationToken).ConfigureAwait(false);
        RequireResults(batch);
        var options = _provider.Options();
        var results = new BatchResults(_provider, batch, Rules.MaxItems);
        foreach (var holds in (string[])["output", "errors"])
        {
            if (!batch.FileIds.TryGetValue(holds, out var fileId))
            {
                continue;
            }

            var lines = await _files.OpenAsync(fileId, options, cancellationToken).ConfigureAwait(false);
            await using (lines.ConfigureAwait(false))
            {
                while (await lines.NextAsync(cancellationToken).ConfigureAwait(false))
                {
                    yield return results.Take(lines);
                }
            }
        }

        await foreach (var unfinished in FindUnfinishedAsync(batch, results, options, cancellationToken).ConfigureAwait(false))
        {
            yield return unfinished;
        }

        if (results.IsIncomplete)
        {
            throw results.Incomplete();
        }
    }

    private void RequireResults(LLMBatch batch)
    {
        if (!batch.IsEnded)
        {
            throw Refusal($"The batch '{batch.Id}' is {batch.Status}; it has results once it has ended. Wait with WaitAsync.");
        }

        if (batch.Status == LLMBatchStatus.Failed && !batch.FileIds.ContainsKey("output") && !batch.FileIds.ContainsKey("errors"))
        {
            var first = batch.Problems.Count == 0 ? "It gives no reason." : $"Its first reason: {batch.Problems[0].Message}";
            throw Refusal($"The batch '{batch.Id}' was refused as a whole, so it has no results. {first}");
        }
    }

    // Some vendors list what was not done among the errors, some do not; then only the file that the batch was made from knows it.
    private async IAsyncEnumerable<LLMBatchResult> FindUnfinishedAsync(
        LLMBatch batch, BatchResults results, LLMProviderOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (batch.Status == LLMBatchStatus.Completed || (batch.Counts is not null && !results.IsIncomplete) || !batch.FileIds.TryGetValue("input", out var fileId))
        {
            yield break;
        }

        await foreach (var id in _files.ReadIdsAsync(fileId, options, cancellationToken).ConfigureAwait(false))
        {
            if (!results.Has(id))
            {
                yield return results.Unfinished(id);
            }
        }
    }

    private LLMInvalidRequestException Refusal(string message) =>
        new($"{_provider.Name}: {message}", new LLMErrorDetails { Provider = _provider.Vendor.ProviderName });
}
