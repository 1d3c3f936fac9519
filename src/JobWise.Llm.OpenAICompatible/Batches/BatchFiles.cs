using System.Runtime.CompilerServices;

namespace JobWise.Llm.Wire;

/// <summary>The files behind a batch: made before it, read and deleted after it.</summary>
/// <param name="provider">The instance.</param>
internal sealed class BatchFiles(ProviderInstance provider)
{
    // A file that nobody will use any more is worth a moment, not a hanging call.
    private static readonly TimeSpan MostCleanUp = TimeSpan.FromSeconds(10);

    /// <summary>Uploads the spooled file, and gives its id.</summary>
    public async Task<string> UploadAsync(BatchSpool spool, LLMProviderOptions options, CancellationToken cancellationToken)
    {
        using var content = BatchFileContent.Create(spool, $"jobwise-{Guid.NewGuid():N}");
        var call = new WireCall { Method = HttpMethod.Post, Address = provider.EndpointFor(options).At("files"), Content = content, IsUpload = true };
        return await JsonCall.SendAsync(provider, options, call, static (body, _) => FileReader.ReadId(body), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a file's lines.</summary>
    public Task<ResultLines> OpenAsync(string fileId, LLMProviderOptions options, CancellationToken cancellationToken) => ResultLines.OpenAsync(
        provider, options, new WireCall { Address = Address(options, $"{Uri.EscapeDataString(fileId)}/content") }, cancellationToken);

    /// <summary>The custom ids of a batch's items, from the file it was made from.</summary>
    public async IAsyncEnumerable<string> ReadIdsAsync(string fileId, LLMProviderOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = await OpenAsync(fileId, options, cancellationToken).ConfigureAwait(false);
        await using (lines.ConfigureAwait(false))
        {
            while (await lines.NextAsync(cancellationToken).ConfigureAwait(false))
            {
                if (CustomIds.Find(lines.Line) is { Length: > 0 } id)
                {
                    yield return id;
                }
            }
        }
    }

    /// <summary>Deletes a file; one that is gone already is no error.</summary>
    public async Task DeleteAsync(string fileId, LLMProviderOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var call = new WireCall { Method = HttpMethod.Delete, Address = Address(options, Uri.EscapeDataString(fileId)) };
            using var exchange = await Exchange.SendAsync(provider, options, call, cancellationToken).ConfigureAwait(false);
        }
        catch (LLMServiceException error) when (error.StatusCode is 404 or 410)
        {
        }
    }

    /// <summary>Deletes a file of which no batch came; a failure leaves it to the vendor's own expiry.</summary>
    public async Task AbandonAsync(string fileId, LLMProviderOptions options)
    {
        using var limit = new CancellationTokenSource(MostCleanUp, provider.Time);
        try
        {
            await DeleteAsync(fileId, options, limit.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is LLMServiceException or OperationCanceledException or ObjectDisposedException)
        {
            // The failure that made the file useless is the one to tell.
        }
    }

    private Uri Address(LLMProviderOptions options, string path) => provider.EndpointFor(options).Under($"files/{path}");
}
