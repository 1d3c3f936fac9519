namespace JobWise.Llm.Proofs.Fuzz;

/// <summary>Which reader the mutants go to.</summary>
internal enum FuzzKind
{
    /// <summary>A whole answer.</summary>
    Unary,

    /// <summary>A streamed answer.</summary>
    Stream,

    /// <summary>A whole answer whose text is JSON of a type.</summary>
    Json,

    /// <summary>The body of an answer with an error status.</summary>
    Error,
}
