using System.Reflection;
using JobWise.Llm.Architecture.Tests.Repository;

namespace JobWise.Llm.Architecture.Tests.Packages;

public sealed class PackageGraphTests
{
    [Fact]
    public void Projects_in_src_match_the_table()
    {
        var projects = RepositoryFiles.Projects("src").ToList();

        var violations = new PackageGraph(PackageTable.Rows, projects).Violations();

        Assert.NotEmpty(projects);
        Findings.None(violations);
    }

    [Fact]
    public void Assemblies_use_only_what_their_projects_may_see()
    {
        var projects = RepositoryFiles.Projects("src").ToList();
        var graph = new PackageGraph(PackageTable.Rows, projects);

        var violations = projects.SelectMany(project => Assembly.Load(project.Name).GetReferencedAssemblies()
            .Select(reference => reference.Name ?? "")
            .Where(name => name.StartsWith("JobWise.", StringComparison.Ordinal) && !graph.Reachable(project.Name).Contains(name))
            .Select(name => $"{project.Name}.dll uses {name}."));

        Findings.None(violations);
    }

    [Fact]
    public void Violations_project_without_a_row_is_named()
    {
        var graph = new PackageGraph(PackageTable.Rows, [Project("JobWise.Llm.Surprise", "JobWise.Llm.Core")]);

        Assert.Equal(["JobWise.Llm.Surprise has no row in PackageTable."], graph.Violations());
    }

    [Theory]
    [InlineData("JobWise.Llm.Groq", "JobWise.Llm.Pipeline", "JobWise.Llm.Groq (Provider) sees JobWise.Llm.Pipeline (Pipeline).")]
    [InlineData("JobWise.Llm.Pipeline", "JobWise.Llm.Groq", "JobWise.Llm.Pipeline (Pipeline) sees JobWise.Llm.Groq (Provider).")]
    [InlineData("JobWise.Llm.Resume", "JobWise.Llm.Pipeline", "JobWise.Llm.Resume (Resume) sees JobWise.Llm.Pipeline (Pipeline).")]
    [InlineData("JobWise.Llm.Resume", "JobWise.Llm.Mock", "JobWise.Llm.Resume (Resume) sees JobWise.Llm.Mock (Provider).")]
    [InlineData("JobWise.Llm.Core", "JobWise.Llm.Mock", "JobWise.Llm.Core (Core) sees JobWise.Llm.Mock (Provider).")]
    public void Violations_forbidden_neighbour_is_named(string from, string to, string expected)
    {
        var graph = new PackageGraph(PackageTable.Rows, [Project(from, to)]);

        Assert.Contains(expected, graph.Violations());
    }

    [Fact]
    public void Violations_neighbour_behind_an_allowed_one_is_named()
    {
        var graph = new PackageGraph(
            PackageTable.Rows,
            [Project("JobWise.Llm.Groq", "JobWise.Llm.OpenAICompatible"), Project("JobWise.Llm.OpenAICompatible", "JobWise.Llm.Pipeline")]);

        Assert.Contains("JobWise.Llm.Groq (Provider) sees JobWise.Llm.Pipeline (Pipeline).", graph.Violations());
    }

    [Fact]
    public void Violations_foreign_package_is_named()
    {
        var project = Project("JobWise.Llm.Mock", "JobWise.Llm.Core") with { Packages = ["Newtonsoft.Json"] };

        var violations = new PackageGraph(PackageTable.Rows, [project]).Violations();

        Assert.Equal(["JobWise.Llm.Mock references the package Newtonsoft.Json, which its row does not allow."], violations);
    }

    private static ProjectFile Project(string name, params string[] references) => new()
    {
        Path = $"src/{name}/{name}.csproj",
        Projects = references,
        Packages = [],
    };
}
