namespace JobWise.Llm.Architecture.Tests.PublicApi;

public sealed class ApiApprovalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("api-approval-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Compare_equal_text_is_null()
    {
        Write("Some.Package.approved.txt", "namespace A\n");

        Assert.Null(new ApiApproval(_folder, "Some.Package").Compare("namespace A\n", accept: false));
        Assert.Equal(["Some.Package.approved.txt"], FileNames());
    }

    [Fact]
    public void Compare_changed_text_says_what_changed_and_how_to_accept()
    {
        Write("Some.Package.approved.txt", "namespace A\n    old\n");

        var message = new ApiApproval(_folder, "Some.Package").Compare("namespace A\n    new\n", accept: false);

        Assert.Equal(
            """
            The public API of Some.Package is not the approved one:
            -     old
            +     new
            If the change is meant, run
                ACCEPT_API=1 dotnet test tests/JobWise.Llm.Architecture.Tests
            and commit Approved/Some.Package.approved.txt with a line in CHANGELOG.md and the page in docs/.
            """,
            message);
        Assert.Equal("namespace A\n    new\n", File.ReadAllText(Path.Combine(_folder, "Some.Package.received.txt")));
    }

    [Fact]
    public void Compare_package_without_an_approved_file_differs()
    {
        Assert.NotNull(new ApiApproval(_folder, "Some.Package").Compare("namespace A\n", accept: false));
    }

    [Fact]
    public void Compare_accepting_writes_the_approved_file_and_removes_the_received_one()
    {
        Write("Some.Package.approved.txt", "namespace A\n");
        Write("Some.Package.received.txt", "namespace B\n");

        Assert.Null(new ApiApproval(_folder, "Some.Package").Compare("namespace B\n", accept: true));
        Assert.Equal(["Some.Package.approved.txt"], FileNames());
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private IEnumerable<string?> FileNames() => Directory.GetFiles(_folder).Select(Path.GetFileName);
}
