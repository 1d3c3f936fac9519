namespace JobWise.Llm.Samples.Tests.Harness;

/// <summary>The resumes and postings of the repository, as copied beside the tests.</summary>
internal static class SampleFiles
{
    public static string Resume(string name) => Path.Combine(AppContext.BaseDirectory, "data", "resumes", name);

    public static string Job(string name) => Path.Combine(AppContext.BaseDirectory, "data", "jobs", name);

    public static IEnumerable<string> Jobs => Directory.EnumerateFiles(Job(string.Empty)).Order(StringComparer.Ordinal);
}
