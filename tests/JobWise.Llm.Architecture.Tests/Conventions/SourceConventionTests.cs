using JobWise.Llm.Architecture.Tests.Repository;

namespace JobWise.Llm.Architecture.Tests.Conventions;

public sealed class SourceConventionTests
{
    private const int MostLines = 300;

    // What these need is not on every machine: Node and a package of npm for the one, keys of the vendors for the other.
    private static readonly string[] MaySkip = ["JobWise.Llm.IntegrationTests", "JobWise.Llm.LiveTests", "JobWise.Llm.EntityFrameworkCore.PostgreSql.Tests"];

    [Fact]
    public void Files_hold_one_type_named_after_them() =>
        Findings.None(RepositoryFiles.CSharp("src", "tests", "samples").SelectMany(SyntaxQueries.WrongTypes));

    [Fact]
    public void Files_have_at_most_300_lines() =>
        Findings.None(RepositoryFiles.CSharp("src", "tests", "samples")
            .Where(file => file.Lines.Length > MostLines)
            .Select(file => $"{file.Path} has {file.Lines.Length} lines."));

    [Fact]
    public void Catch_of_everything_says_why() => Findings.None(RepositoryFiles.CSharp("src").SelectMany(SyntaxQueries.UnexplainedCatches));

    [Fact]
    public void Suppression_says_why() =>
        Findings.None(RepositoryFiles.CSharp("src", "tests", "samples").SelectMany(SyntaxQueries.UnexplainedSuppressions));

    [Fact]
    public void NoWarn_says_why() => Findings.None(RepositoryFiles.All
        .Where(path => path.EndsWith(".csproj", StringComparison.Ordinal) || path.EndsWith(".props", StringComparison.Ordinal))
        .SelectMany(path => NoWarnWithoutComment(path, RepositoryFiles.Read(path).Split('\n'))));

    [Fact]
    public void Tests_wait_for_no_real_time() => Findings.None(TestSources().SelectMany(SyntaxQueries.Waits));

    [Fact]
    public void Tests_are_not_skipped() => Findings.None(TestSources().SelectMany(SyntaxQueries.SkippedTests));

    [Fact]
    public void Tests_that_may_be_skipped_are_in_the_projects_with_a_real_peer() => Findings.None(TestSources()
        .Where(file => !MaySkip.Contains(ProjectOf(file)))
        .SelectMany(SyntaxQueries.ConditionalTests));

    [Fact]
    public void Matching_and_validation_of_resumes_call_no_model()
    {
        var files = RepositoryFiles.CSharp("src/JobWise.Llm.Resume/Matching", "src/JobWise.Llm.Resume/Validation").ToList();

        Findings.None(files.Where(file => SyntaxQueries.Identifiers(file).Contains("ILLMService")).Select(file => file.Path));
        Assert.Equal(
            RepositoryFiles.CSharp("src/JobWise.Llm.Resume").Any() ? ["Matching", "Validation"] : [],
            files.Select(file => file.Path.Split('/')[2]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<SourceFile> TestSources() => RepositoryFiles.CSharp("tests")
        .Where(file => ProjectOf(file) is var project
            && (project.EndsWith("Tests", StringComparison.Ordinal) || project is "JobWise.Llm.TestKit" or "JobWise.Llm.Conformance"));

    private static string ProjectOf(SourceFile file) => file.Path.Split('/')[1];

    private static IEnumerable<string> NoWarnWithoutComment(string path, string[] lines) => lines
        .Select((line, index) => (line, index))
        .Where(entry => entry.line.Contains("<NoWarn>", StringComparison.Ordinal))
        .Where(entry => entry.index == 0 || !lines[entry.index - 1].Contains("-->", StringComparison.Ordinal))
        .Select(entry => $"{path}:{entry.index + 1}: {entry.line.Trim()}");
}
