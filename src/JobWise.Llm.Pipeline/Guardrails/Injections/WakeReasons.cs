namespace JobWise.Llm.Pipeline;

/// <summary>What a text has to be read for.</summary>
[Flags]
internal enum WakeReasons
{
    None = 0,

    /// <summary>A word that a rule for injections may need.</summary>
    Word = 1,

    /// <summary>A shape in which an injection may hide.</summary>
    Shape = 2,

    /// <summary>The beginning of a key or password.</summary>
    Secret = 4,
}
