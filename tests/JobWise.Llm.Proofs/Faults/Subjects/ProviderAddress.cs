namespace JobWise.Llm.Proofs.Faults.Subjects;

/// <summary>What a provider is told.</summary>
/// <param name="Server">The root of the fault server.</param>
internal sealed record ProviderAddress(Uri Server)
{
    public string? Key { get; init; } = FaultWatch.Key;

    public TimeSpan ConnectTimeout { get; init; } = FaultLimits.Connect;

    /// <summary>Goes before <see cref="Key"/>.</summary>
    public Func<CancellationToken, ValueTask<string?>>? KeyProvider { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The address as it is given to the options; null is the server's, with a version.</summary>
    public Uri? BaseUrl { get; init; }

    public Uri Url => BaseUrl ?? new Uri(Server, "v1");
}
