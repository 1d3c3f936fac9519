using JobWise.Llm.TestKit;

namespace JobWise.Llm.Tests;

/// <summary>Reads the tables of a page under <c>docs</c>, to hold them against the data they quote.</summary>
internal static class DocsPage
{
    /// <summary>The rows under a heading, without the head of the table; each is its trimmed cells joined by <c> | </c>.</summary>
    public static IReadOnlyList<string> Rows(string page, string heading) =>
    [
        .. File.ReadLines(Path.Combine(RepositoryRoot.Find(), "docs", page))
            .SkipWhile(line => line != $"## {heading}").Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Trim('|', ' ')),
    ];
}
