using JobWise.Llm.Samples.CommandLine;

namespace JobWise.Llm.Samples.Output;

/// <summary>
/// The folder of the results. It gets all files or none: they are written to a hidden folder beside their place first, and only moves,
/// which can be taken back, bring them there.
/// </summary>
internal sealed class OutputFolder
{
    private OutputFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Finds out before any token is spent whether the folder can be written.</summary>
    /// <param name="path">The folder, which need not exist.</param>
    /// <param name="names">The files that will go there.</param>
    public static OutputFolder Check(string path, params IReadOnlyList<string> names)
    {
        if (File.Exists(path))
            throw Refuse(path, "is a file");
        if (names.FirstOrDefault(name => Directory.Exists(System.IO.Path.Combine(path, name))) is { } taken)
            throw Refuse(path, $"cannot take the results: '{taken}' in it is a folder");
        var parent = NearestFolder(path);
        try
        {
            using var probe = new FileStream(
                Hidden(parent, "probe"), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Refuse(path, $"cannot be written ({refused.Message.TrimEnd('.')})", refused);
        }

        return new OutputFolder(path);
    }

    public void Write(IReadOnlyList<OutputFile> files)
    {
        try
        {
            WriteAllOrNone(files);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Refuse(Path, $"could not be written and was left as it was ({refused.Message.TrimEnd('.')})", refused);
        }
    }

    private void WriteAllOrNone(IReadOnlyList<OutputFile> files)
    {
        using var created = new CreatedFolders(Path);
        using var staging = new StagingFolder(Hidden(Path, "staging"));
        staging.Fill(files);
        staging.MoveTo(Path, files);
        created.Keep();
    }

    private static string NearestFolder(string path)
    {
        var folder = path;
        while (!Directory.Exists(folder))
        {
            if (File.Exists(folder))
                throw Refuse(path, $"cannot be made, because '{folder}' is a file");
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw Refuse(path, "lies on a drive that does not exist");
        }

        return folder;
    }

    private static string Hidden(string folder, string purpose) =>
        System.IO.Path.Combine(folder, $".resume-tailor-{purpose}-{Guid.NewGuid():N}");

    private static TailorException Refuse(string path, string what, Exception? cause = null) =>
        new($"The output folder '{path}' {what}. Name a folder that can be written with --out.", ExitCode.BadInput, cause);
}
