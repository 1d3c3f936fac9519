using System.Net;

namespace JobWise.Llm.Proofs.Fuzz;

/// <summary>Tries every n-th mutant of a target, over a client and a service of its own.</summary>
internal sealed class FuzzWorker : IDisposable
{
    // Of the streams, this share is also read in pieces.
    private const int PiecesEvery = 16;
    private static readonly int[] Statuses = [400, 401, 402, 403, 404, 409, 413, 422, 429, 498, 500, 503, 529];
    private readonly FuzzTarget _target;
    private readonly CannedServer _server = new();
    private readonly HttpClient _client;
    private readonly ILLMService _service;

    public FuzzWorker(FuzzTarget target)
    {
        _target = target;
        _client = new HttpClient(_server);
        _service = target.Create(_client);
        _server.MediaType = target.Kind == FuzzKind.Stream ? "text/event-stream" : "application/json";
    }

    public async Task<FuzzCounts> RunAsync(int seed, int first, int step, int mutants, CancellationToken cancellationToken)
    {
        var counts = new FuzzCounts();
        for (long mutant = first; mutant < mutants; mutant += step)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await TryAsync(seed, mutant, counts);
        }

        return counts;
    }

    /// <summary>Every way to cut every seed in two must end as the whole does.</summary>
    public async Task<FuzzCounts> CutAsync()
    {
        var counts = new FuzzCounts();
        foreach (var seed in _target.Seeds)
        {
            _server.Body = seed;
            _server.Piece = 0;
            var whole = await FuzzCall.MakeAsync(_service, _target.Kind);
            counts.Note(seed.Length, whole);
            for (var piece = 1; piece < seed.Length; piece++)
            {
                _server.Piece = piece;
                counts.NotePieces(piece, whole, await FuzzCall.MakeAsync(_service, _target.Kind));
            }
        }

        return counts;
    }

    public void Dispose() => _client.Dispose();

    private async Task TryAsync(int seed, long mutant, FuzzCounts counts)
    {
        var dice = new Dice(seed, mutant);
        _server.Body = Mutator.Mutate(_target.Seeds, dice.Roll(_target.Seeds.Count), ref dice);
        _server.Status = _target.Kind == FuzzKind.Error ? (HttpStatusCode)Statuses[dice.Roll(Statuses.Length)] : HttpStatusCode.OK;
        _server.Piece = 0;
        var outcome = await FuzzCall.MakeAsync(_service, _target.Kind);
        counts.Note(mutant, outcome);
        if (_target.Kind == FuzzKind.Stream && mutant % PiecesEvery == 0)
        {
            _server.Piece = 1 + dice.Roll(7);
            counts.NotePieces(mutant, outcome, await FuzzCall.MakeAsync(_service, _target.Kind));
        }
    }
}
