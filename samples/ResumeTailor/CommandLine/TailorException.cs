namespace JobWise.Llm.Samples.CommandLine;

/// <summary>A problem that the user can cure; the message says how, in one line.</summary>
internal sealed class TailorException(string message, int exitCode = ExitCode.BadInput, Exception? cause = null) : Exception(message, cause)
{
    public int ExitCode { get; } = exitCode;
}
