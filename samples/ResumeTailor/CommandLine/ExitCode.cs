namespace JobWise.Llm.Samples.CommandLine;

/// <summary>What the program tells the shell; docs/resume-tailor.md lists them for users.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A fault of the program itself.</summary>
    public const int Fault = 1;

    /// <summary>An option, an input file or the output folder.</summary>
    public const int BadInput = 2;

    /// <summary>A key or a setting.</summary>
    public const int BadConfiguration = 3;

    /// <summary>The provider refused, failed or did not answer.</summary>
    public const int ProviderFailed = 4;

    /// <summary>Ctrl+C, as shells count it: 128 and the number of the signal.</summary>
    public const int Stopped = 130;
}
