using System.Collections.Concurrent;

namespace JobWise.Llm.Wire;

/// <summary>The addresses under one base address; a query of the base, such as a version, stays on each.</summary>
/// <param name="baseUrl">Up to and including the version.</param>
internal sealed class Endpoint(Uri baseUrl)
{
    private readonly ConcurrentDictionary<string, Uri> _known = new(StringComparer.Ordinal);

    public Uri BaseUrl { get; } = baseUrl;

    /// <summary>The base address as it may be shown: a query may hold a secret.</summary>
    public Uri Shown { get; } = baseUrl.Query.Length == 0 ? baseUrl : new UriBuilder(baseUrl) { Query = null }.Uri;

    /// <summary>A path that every call uses; made once.</summary>
    /// <param name="path">Without a slash at its start.</param>
    public Uri At(string path) => _known.GetOrAdd(path, static (path, endpoint) => endpoint.Under(path), this);

    /// <summary>A path that names one thing.</summary>
    /// <param name="path">Without a slash at its start; what came from outside is escaped.</param>
    /// <param name="query">Without a question mark; joins a query of the base.</param>
    public Uri Under(string path, string? query = null)
    {
        var address = new UriBuilder(BaseUrl) { Path = $"{BaseUrl.AbsolutePath.TrimEnd('/')}/{path}" };
        if (query is not null)
        {
            address.Query = address.Query.Length > 1 ? $"{address.Query[1..]}&{query}" : query;
        }

        return address.Uri;
    }
}
