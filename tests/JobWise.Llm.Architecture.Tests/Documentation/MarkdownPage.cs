using System.Text.RegularExpressions;
using JobWise.Llm.Architecture.Tests.Repository;

namespace JobWise.Llm.Architecture.Tests.Documentation;

/// <summary>One Markdown file.</summary>
/// <param name="Path">From the root of the repository.</param>
/// <param name="Text">The whole text.</param>
internal sealed partial record MarkdownPage(string Path, string Text)
{
    private const string Fence = "```";

    /// <summary>All pages we wrote; sample resumes and postings are data.</summary>
    public static IReadOnlyList<MarkdownPage> All { get; } = [.. RepositoryFiles.All
        .Where(path => path.EndsWith(".md", StringComparison.Ordinal))
        .Where(path => !path.StartsWith("samples/data/resumes/", StringComparison.Ordinal) && !path.StartsWith("samples/data/jobs/", StringComparison.Ordinal))
        .Select(path => new MarkdownPage(path, RepositoryFiles.Read(path)))];

    /// <summary>The fenced blocks of C#.</summary>
    public IEnumerable<CodeBlock> Snippets()
    {
        var lines = Text.Split('\n');
        for (var start = 0; start < lines.Length; start++)
        {
            if (!lines[start].TrimStart().StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            var end = Array.FindIndex(lines, start + 1, line => line.TrimStart().StartsWith(Fence, StringComparison.Ordinal));
            end = end < 0 ? lines.Length : end;
            if (lines[start].Trim() is Fence + "csharp" or Fence + "cs" or Fence + "c#")
            {
                yield return new CodeBlock(Path, start + 1, string.Join('\n', lines[(start + 1)..end]));
            }

            start = end;
        }
    }

    /// <summary>The targets of links within the repository, as written.</summary>
    public IEnumerable<string> Links() => Link().Matches(Prose())
        .Select(match => match.Groups["target"].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal));

    /// <summary>What a link after '#' may name, as GitHub derives it from the headings.</summary>
    public IEnumerable<string> Anchors() => Fenced().Replace(Text, "").Split('\n')
        .Where(line => line.StartsWith('#'))
        .Select(line => line.TrimStart('#').Trim().ToLowerInvariant())
        .Select(title => string.Concat(title.Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')).Replace(' ', '-'));

    /// <summary>The path a link from this page leads to, without its anchor.</summary>
    public string Resolve(string link)
    {
        var target = link.Split('#')[0];
        var folder = System.IO.Path.GetDirectoryName(Path) ?? "";
        return target.Length == 0 ? Path : Normalize(System.IO.Path.Combine(folder, target));
    }

    private static string Normalize(string path) =>
        System.IO.Path.GetRelativePath(RepositoryFiles.Root, System.IO.Path.GetFullPath(path, RepositoryFiles.Root)).Replace('\\', '/');

    private string Prose() => Inline().Replace(Fenced().Replace(Text, ""), "");

    [GeneratedRegex(@"(?s)^[ \t]*```.*?^[ \t]*```[^\n]*", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"`[^`\n]+`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Inline();

    [GeneratedRegex(@"\]\((?<target>[^()\s]+)( ""[^""]*"")?\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Link();
}
