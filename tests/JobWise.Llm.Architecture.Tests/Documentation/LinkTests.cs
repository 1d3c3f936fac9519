using JobWise.Llm.Architecture.Tests.Repository;

namespace JobWise.Llm.Architecture.Tests.Documentation;

public sealed class LinkTests
{
    [Fact]
    public void Links_lead_to_files_that_exist() => Findings.None(MarkdownPage.All.SelectMany(page => page.Links()
        .Where(link => !Path.Exists(RepositoryFiles.FullPath(page.Resolve(link))))
        .Select(link => $"{page.Path}: {link}")));

    [Fact]
    public void Anchors_lead_to_headings_that_exist() => Findings.None(MarkdownPage.All.SelectMany(page => page.Links()
        .Where(link => link.Contains('#', StringComparison.Ordinal) && !HasHeading(page.Resolve(link), link.Split('#')[1]))
        .Select(link => $"{page.Path}: {link}")));

    [Fact]
    public void Pages_of_docs_are_reachable_from_the_index()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { "docs/README.md" };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var path))
        {
            var linked = MarkdownPage.All.Where(page => page.Path == path).SelectMany(page => page.Links().Select(page.Resolve));
            linked.Where(seen.Add).ToList().ForEach(open.Enqueue);
        }

        Findings.None(MarkdownPage.All.Select(page => page.Path)
            .Where(path => path.StartsWith("docs/", StringComparison.Ordinal) && !seen.Contains(path)));
    }

    private static bool HasHeading(string path, string anchor) =>
        MarkdownPage.All.FirstOrDefault(page => page.Path == path)?.Anchors().Contains(anchor, StringComparer.Ordinal) != false;
}
