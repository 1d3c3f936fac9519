namespace JobWise.Llm.Proofs.LedgerTruth;

/// <summary>Something that makes calls and keeps accounts of them.</summary>
internal interface ITruthSubject : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Makes one call for a user; failures are part of the test.</summary>
    Task CallAsync(int number, string user, CancellationToken cancellationToken);

    /// <summary>What the accounts say when everything has ended.</summary>
    Task<Accounts> ReadAsync(IReadOnlyCollection<string> users, CancellationToken cancellationToken);
}
