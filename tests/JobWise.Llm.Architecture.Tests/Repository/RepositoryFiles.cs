using System.Diagnostics;

namespace JobWise.Llm.Architecture.Tests.Repository;

/// <summary>The files of the repository as git sees them: tracked, or new and not ignored.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] Generated = ["bin", "obj", ".git", "TestResults", "artifacts", "BenchmarkDotNet.Artifacts", "out", "node_modules"];

    public static string Root { get; } = FindRoot();

    /// <summary>Paths from the root with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. List().Where(path => File.Exists(FullPath(path))).Order(StringComparer.Ordinal)];

    private static readonly SourceFile[] Sources =
        [.. All.Where(path => path.EndsWith(".cs", StringComparison.Ordinal)).Select(path => new SourceFile(path, Read(path)))];

    public static string FullPath(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(FullPath(path));

    /// <summary>Parsed at most once per run of the tests.</summary>
    public static IEnumerable<SourceFile> CSharp(params string[] folders) => Sources
        .Where(file => folders.Any(folder => file.Path.StartsWith(folder + "/", StringComparison.Ordinal)));

    public static IEnumerable<ProjectFile> Projects(string folder) => All
        .Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal) && path.EndsWith(".csproj", StringComparison.Ordinal))
        .Select(path => ProjectFile.Parse(path, Read(path)));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "JobWise.Llm.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"JobWise.Llm.sln is in no folder above {AppContext.BaseDirectory}.");
    }

    private static IEnumerable<string> List() => Path.Exists(FullPath(".git")) ? ListFromGit() : ListFromDisk();

    private static string[] ListFromGit()
    {
        var start = new ProcessStartInfo("git", ["-C", Root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    // A source archive has no .git folder.
    private static IEnumerable<string> ListFromDisk() => Directory
        .EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(path => !path.Split('/').Intersect(Generated, StringComparer.Ordinal).Any());
}
