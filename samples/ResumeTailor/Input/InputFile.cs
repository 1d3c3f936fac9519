using JobWise.Llm.Samples.CommandLine;

namespace JobWise.Llm.Samples.Input;

/// <summary>One of the two files the program reads, and the words for it in messages.</summary>
internal sealed record InputFile
{
    /// <summary>As messages call it, such as "The profile".</summary>
    public required string Name { get; init; }

    public required string Path { get; init; }

    public required string Option { get; init; }

    public required long MostBytes { get; init; }

    /// <summary>What to do about a file of the wrong kind.</summary>
    public required string Cure { get; init; }

    public static InputFile Profile(string path) => new()
    {
        Name = "The profile",
        Path = path,
        Option = "--profile",
        MostBytes = 2_000_000,
        Cure = "Give a JSON Resume file in UTF-8 (https://jsonresume.org/schema).",
    };

    public static InputFile Posting(string path) => new()
    {
        Name = "The job posting",
        Path = path,
        Option = "--job",
        MostBytes = 500_000,
        Cure = "Save the text of the posting in it, as plain text or Markdown in UTF-8.",
    };

    public TailorException Refuse(string what, string cure, Exception? cause = null) => new($"{Name} '{Path}' {what}. {cure}", ExitCode.BadInput, cause);
}
