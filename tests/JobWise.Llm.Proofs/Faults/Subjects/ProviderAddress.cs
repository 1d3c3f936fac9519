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

    /// <summary>Whether the configuration says the address, so that code must not.</summary>
    public bool IsConfigured { get; init; }

    /// <summary>The address as code gives it to the options; null where it does not.</summary>
    public Uri? Url => IsConfigured ? null : new Uri(Server, "v1");
}
