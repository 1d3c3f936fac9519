namespace JobWise.Llm.Tests;

/// <summary>Reads the tables of a page under <c>docs</c>, to hold them against the data they quote.</summary>
internal static class DocsPage
{
    /// <summary>The rows under a heading, without the head of the table; each is its trimmed cells joined by <c> | </c>.</summary>
    public static IReadOnlyList<string> Rows(string page, string heading) =>
    [
        .. File.ReadLines(Path.Combine(Root(), "docs", page))
            .SkipWhile(line => line != $"## {heading}").Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Trim('|', ' ')),
    ];

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "JobWise.Llm.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
