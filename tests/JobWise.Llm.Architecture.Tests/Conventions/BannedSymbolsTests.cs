using JobWise.Llm.Architecture.Tests.Repository;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JobWise.Llm.Architecture.Tests.Conventions;

public sealed class BannedSymbolsTests
{
    private static readonly string[] Ids = [.. RepositoryFiles.Read("src/BannedSymbols.txt")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(';')[0])];

    [Theory]
    [InlineData("M:System.Threading.Thread.Sleep(System.Int32)")]
    [InlineData("M:System.Threading.Thread.Sleep(System.TimeSpan)")]
    [InlineData("M:System.Threading.Tasks.Task.Delay(System.Int32)")]
    [InlineData("M:System.Threading.Tasks.Task.Delay(System.TimeSpan)")]
    [InlineData("M:System.Threading.Tasks.Task.Delay(System.Int32,System.Threading.CancellationToken)")]
    [InlineData("M:System.Threading.Tasks.Task.Delay(System.TimeSpan,System.Threading.CancellationToken)")]
    [InlineData("M:System.Threading.CancellationTokenSource.#ctor(System.TimeSpan)")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("P:System.Environment.TickCount64")]
    [InlineData("T:System.Diagnostics.Stopwatch")]
    public void List_holds_waits_and_real_clocks(string id) => Assert.Contains(id, Ids);

    [Fact]
    public void Each_entry_names_a_symbol_that_exists()
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create("all", references: platform.Select(path => MetadataReference.CreateFromFile(path)));

        Findings.None(Ids.Where(id => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is null));
    }

    [Fact]
    public void Every_source_project_gets_the_list()
    {
        Assert.Contains("""<AdditionalFiles Include="$(MSBuildThisFileDirectory)BannedSymbols.txt" />""", RepositoryFiles.Read("src/Directory.Build.props"), StringComparison.Ordinal);
        Assert.Contains("""<PackageReference Include="Microsoft.CodeAnalysis.BannedApiAnalyzers" """, RepositoryFiles.Read("Directory.Build.props"), StringComparison.Ordinal);
        Findings.None(RepositoryFiles.All.Where(HidesTheList));
    }

    [Fact]
    public void No_setting_switches_the_ban_off() => Findings.None(RepositoryFiles.All
        .Where(path => path.StartsWith("src/", StringComparison.Ordinal) || !path.Contains('/', StringComparison.Ordinal))
        .Where(path => Path.GetExtension(path) is ".csproj" or ".props" or ".targets" or ".editorconfig" or ".globalconfig")
        .Where(path => RepositoryFiles.Read(path).Contains("RS0030", StringComparison.Ordinal)));

    private static bool HidesTheList(string path) =>
        path.StartsWith("src/", StringComparison.Ordinal)
        && ((Path.GetFileName(path).StartsWith("Directory.Build", StringComparison.Ordinal) && path != "src/Directory.Build.props")
            || (path.EndsWith(".csproj", StringComparison.Ordinal) && RepositoryFiles.Read(path).Contains("AdditionalFiles Remove", StringComparison.Ordinal)));
}
