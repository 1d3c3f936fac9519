namespace JobWise.Llm.Proofs.Faults.Wires;

/// <summary>Everything that one protocol says in words of its own. Written from its documents, not from the library.</summary>
internal interface IFaultWire
{
    /// <summary>As <see cref="Subjects.IFaultSubject.Protocol"/> says it.</summary>
    string Protocol { get; }

    /// <summary>An answer that came whole, as JSON.</summary>
    string Whole(FaultAnswer answer);

    FaultStream Stream(FaultAnswer answer);

    /// <summary>The body of an error answer.</summary>
    string Error(FaultError kind, string message = "Something was wrong.");

    /// <summary>An error inside a stream, as one event.</summary>
    string ErrorEvent(FaultError kind);

    /// <summary>The status that usually comes with an error.</summary>
    int StatusOf(FaultError kind);

    /// <summary>Every way to say that the account has nothing left to spend.</summary>
    IReadOnlyList<QuotaForm> Quotas { get; }

    /// <summary>Headers of an answer that hit its token limit, which is free again after this time.</summary>
    IReadOnlyList<string> SpentUntil(TimeSpan reset);

    /// <summary>Whether those headers name a point in time: by the time they are read, some of the wait has passed.</summary>
    bool SpentUntilIsAPoint { get; }

    /// <summary>Whether a stream is whole with the reason why the model stopped, though its terminal event is missing.</summary>
    bool EndsWithItsReason { get; }

    /// <summary>The finish reason that the library gives for one it does not know.</summary>
    string Unheard { get; }

    /// <summary>The word the library gives for an answer that the provider withheld.</summary>
    string Filtered { get; }

    /// <summary>Faults that only this protocol can have.</summary>
    IEnumerable<Fault> OwnFaults();
}
