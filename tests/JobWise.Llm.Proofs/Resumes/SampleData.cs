namespace JobWise.Llm.Proofs.Resumes;

/// <summary>The sample files of the repository.</summary>
internal static class SampleData
{
    public static IReadOnlyList<string> Resumes { get; } = List("resumes", "*.json");

    public static IReadOnlyList<string> Postings { get; } = List("jobs", "*");

    private static string[] List(string folder, string pattern) =>
        [.. Directory.GetFiles(Path.Combine(Folder(), folder), pattern).Order(StringComparer.Ordinal)];

    private static string Folder()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, "samples", "data", "resumes")))
            {
                return Path.Combine(folder, "samples", "data");
            }
        }

        throw new DirectoryNotFoundException($"samples/data is in no folder above {AppContext.BaseDirectory}.");
    }
}
