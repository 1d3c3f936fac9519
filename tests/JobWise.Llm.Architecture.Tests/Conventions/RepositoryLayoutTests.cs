using JobWise.Llm.Architecture.Tests.Repository;

namespace JobWise.Llm.Architecture.Tests.Conventions;

public sealed class RepositoryLayoutTests
{
    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = RepositoryFiles.Read("JobWise.Llm.sln").Replace('\\', '/');

        Findings.None(AllProjects().Where(project => !solution.Contains($"\"{project.Path}\"", StringComparison.Ordinal)).Select(project => project.Path));
    }

    [Fact]
    public void Every_project_has_a_lock_file() => Findings.None(AllProjects()
        .Where(project => !RepositoryFiles.All.Contains(project.Folder + "/packages.lock.json")).Select(project => project.Path));

    [Fact]
    public void Every_package_has_tests() => Findings.None(RepositoryFiles.Projects("src")
        .Where(project => !RepositoryFiles.All.Contains($"tests/{project.Name}.Tests/{project.Name}.Tests.csproj")).Select(project => project.Name));

    [Fact]
    public void Every_package_has_a_readme() => Findings.None(RepositoryFiles.Projects("src")
        .Where(project => !RepositoryFiles.All.Contains(project.Folder + "/README.md")).Select(project => project.Name));

    [Fact]
    public void Every_package_is_in_the_changelog()
    {
        var changelog = RepositoryFiles.Read("CHANGELOG.md");

        Findings.None(RepositoryFiles.Projects("src").Select(project => project.Name)
            .Where(name => !changelog.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Sample_data_is_listed_with_its_source()
    {
        var sources = RepositoryFiles.Read("samples/data/SOURCES.md");

        Findings.None(RepositoryFiles.All
            .Where(path => path.StartsWith("samples/data/resumes/", StringComparison.Ordinal) || path.StartsWith("samples/data/jobs/", StringComparison.Ordinal))
            .Where(path => !sources.Contains($"| {path["samples/data/".Length..]} |", StringComparison.Ordinal)));
    }

    private static IEnumerable<ProjectFile> AllProjects() =>
        RepositoryFiles.Projects("src").Concat(RepositoryFiles.Projects("tests")).Concat(RepositoryFiles.Projects("samples"));
}
