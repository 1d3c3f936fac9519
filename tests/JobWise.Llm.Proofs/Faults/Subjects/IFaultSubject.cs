namespace JobWise.Llm.Proofs.Faults.Subjects;

/// <summary>A client whose behaviour under faults is watched.</summary>
internal interface IFaultSubject
{
    string Name { get; }

    /// <summary>Which <see cref="Wires.IFaultWire"/> it speaks.</summary>
    string Protocol { get; }

    /// <summary>Whether the promises of the library are held against it, or only the common rule.</summary>
    bool IsOurs { get; }

    /// <summary>Whether an exception is of the client's own family, so that its users can catch it by type.</summary>
    bool IsOwn(Exception error);

    /// <summary>Asks once. Ends with what came, or throws what the client throws.</summary>
    Task<FaultReading> AskAsync(FaultQuestion question, Uri server, FaultWatch watch, CancellationToken cancellationToken);
}
