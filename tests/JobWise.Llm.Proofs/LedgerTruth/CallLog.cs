using System.Collections.Concurrent;

namespace JobWise.Llm.Proofs.LedgerTruth;

/// <summary>The control: what programs without a ledger do. One line for each call that succeeded, with tokens guessed from the text.</summary>
internal sealed class CallLog(ITruthSubject calls, Func<int, string, CancellationToken, Task<LLMResponse?>> call) : ITruthSubject
{
    private const int CharactersPerToken = 4;
    private readonly ConcurrentQueue<(string User, int Tokens)> _lines = new();

    public string Name => "a line for each answer";

    public async Task CallAsync(int number, string user, CancellationToken cancellationToken)
    {
        if (await call(number, user, cancellationToken) is { } response)
        {
            _lines.Enqueue((user, response.Text.Length / CharactersPerToken));
        }
    }

    public Task<Accounts> ReadAsync(IReadOnlyCollection<string> users, CancellationToken cancellationToken) => Task.FromResult(new Accounts
    {
        Rows = _lines.Count,
        ByUser = _lines.GroupBy(line => line.User, StringComparer.Ordinal).ToDictionary(
            lines => lines.Key, lines => new Told { Completion = lines.Sum(line => line.Tokens) }, StringComparer.Ordinal),
    });

    public ValueTask DisposeAsync() => calls.DisposeAsync();
}
