using System.Text.RegularExpressions;
using JobWise.Llm.Architecture.Tests.Repository;

namespace JobWise.Llm.Architecture.Tests.Conventions;

public sealed partial class PortabilityTests
{
    private static readonly string[] Binary = [".png", ".docx", ".pdf", ".ico"];

    [Fact]
    public void Files_name_no_path_of_a_machine() => Findings.None(Texts().SelectMany(text => Matches(text, MachinePath())));

    [Fact]
    public void Files_name_no_package_mirror() => Findings.None(Texts().SelectMany(text => Matches(text, PackageIndex()))
        .Where(finding => !finding.Contains("api.nuget.org", StringComparison.Ordinal)));

    [Fact]
    public void Nuget_config_names_no_source() =>
        Assert.DoesNotContain("packageSources", RepositoryFiles.Read("nuget.config"), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("/wor" + "k/main/x")]
    [InlineData("cd /roo" + "t/.nuget")]
    [InlineData("\"/hom" + "e/ann/src\"")]
    [InlineData("C:\\User" + "s\\ann")]
    [InlineData("../share" + "d/data")]
    public void MachinePath_path_is_found(string text) => Assert.Matches(MachinePath(), text);

    [Theory]
    [InlineData("https://example.com/work/items")]
    [InlineData("a/root/b")]
    public void MachinePath_other_text_is_not_found(string text) => Assert.DoesNotMatch(MachinePath(), text);

    [GeneratedRegex(@"(?<![\w.\-/])/(work|root|home/\w+|Users/\w+)/|[A-Z]:\\Users\\|\.\./shared/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"https?://[^\s""'<>]+/(v3/index\.json|api/npm|nuget/v\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PackageIndex();

    private static IEnumerable<(string Path, string Text)> Texts() => RepositoryFiles.All
        .Where(path => !Binary.Contains(Path.GetExtension(path), StringComparer.Ordinal))
        .Where(path => Path.GetFileName(path) != nameof(PortabilityTests) + ".cs")
        .Select(path => (path, RepositoryFiles.Read(path)));

    private static IEnumerable<string> Matches((string Path, string Text) file, Regex regex) =>
        regex.Matches(file.Text).Select(match => $"{file.Path}: {match.Value}");
}
