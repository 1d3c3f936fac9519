using System.Reflection;
using JobWise.Llm.Architecture.Tests.Repository;

namespace JobWise.Llm.Architecture.Tests.PublicApi;

public sealed class PublicApiTests
{
    private const string Folder = "tests/JobWise.Llm.Architecture.Tests/Approved";

    public static TheoryData<string> Packages => [.. RepositoryFiles.Projects("src").Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Print_package_equals_its_approved_file(string package)
    {
        var approval = new ApiApproval(RepositoryFiles.FullPath(Folder), package);

        var difference = approval.Compare(PublicApiPrinter.Print(Assembly.Load(package)), ApiApproval.IsAccepting);

        Assert.True(difference is null, difference);
    }

    [Fact]
    public void Approved_file_without_a_package_does_not_exist()
    {
        var approved = RepositoryFiles.All.Where(path => path.StartsWith(Folder, StringComparison.Ordinal))
            .Select(path => Path.GetFileName(path).Replace(".approved.txt", "", StringComparison.Ordinal));

        Findings.None(approved.Except(RepositoryFiles.Projects("src").Select(project => project.Name)));
    }
}
