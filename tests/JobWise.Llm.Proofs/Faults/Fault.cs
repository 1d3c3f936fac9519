using JobWise.Llm.TestKit;

namespace JobWise.Llm.Proofs.Faults;

/// <summary>One thing that can go wrong on the wire, and what must come of it.</summary>
/// <param name="id">Unique, lower case with hyphens.</param>
/// <param name="rows">The rows of the failure catalogue that it stands for.</param>
internal sealed class Fault(string id, params IReadOnlyList<int> rows)
{
    private static readonly FaultMode[] AllModes = [FaultMode.Unary, FaultMode.Stream, FaultMode.Json];

    public string Id => id;

    public IReadOnlyList<int> Rows => rows;

    /// <summary>All, unless the fault has no meaning in one.</summary>
    public IReadOnlyList<FaultMode> Modes { get; init; } = AllModes;

    /// <summary>What the server does with the first request, the second and so on; the last goes for all further ones.</summary>
    public required Func<FaultScene, IReadOnlyList<FaultReply>> Play { get; init; }

    public required Func<FaultScene, FaultExpectation> Expect { get; init; }

    /// <summary>Moves so many bytes that other cases would be late beside it.</summary>
    public bool IsHeavy { get; init; }

    /// <summary>Whether the short form of the proof tries it too.</summary>
    public bool IsQuick { get; init; } = true;

    /// <summary>What the server does with each connection before any request.</summary>
    public FaultReply OnConnect { get; init; } = new();

    /// <summary>Where the client is sent instead of to the server.</summary>
    public Func<Uri, Uri>? Address { get; init; }

    /// <summary>The output cap that the answer is asked for with; null is the client's own.</summary>
    public int? MaxTokens { get; init; }

    public override string ToString() => id;
}
