namespace JobWise.Llm.Samples.Tests.Harness;

/// <summary>What a run of the program left behind.</summary>
internal sealed record TailorOutcome(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of the error output; a well-behaved failure has exactly one.</summary>
    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
