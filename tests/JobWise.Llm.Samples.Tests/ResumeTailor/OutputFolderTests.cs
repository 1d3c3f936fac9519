using JobWise.Llm.Samples.CommandLine;
using JobWise.Llm.Samples.Output;
using JobWise.Llm.Samples.Tests.Harness;

namespace JobWise.Llm.Samples.Tests.ResumeTailor;

public sealed class OutputFolderTests : IDisposable
{
    private static readonly OutputFile[] Two = [new("a.txt", "new a"), new("b.txt", "new b")];
    private readonly TailorHarness _tailor = new();

    public void Dispose() => _tailor.Dispose();

    [Fact]
    public void Write_to_a_new_folder_makes_it_and_those_above()
    {
        var path = Path.Combine(_tailor.Folder, "deep", "er");

        OutputFolder.Check(path).Write(Two);

        Assert.Equal(["a.txt", "b.txt"], Names(path));
        Assert.Equal("new a", File.ReadAllText(Path.Combine(path, "a.txt")));
    }

    [Fact]
    public void Write_replaces_old_files_and_leaves_others()
    {
        Directory.CreateDirectory(_tailor.Out);
        File.WriteAllText(Path.Combine(_tailor.Out, "a.txt"), "old a");
        File.WriteAllText(Path.Combine(_tailor.Out, "other.txt"), "other");

        OutputFolder.Check(_tailor.Out).Write(Two);

        Assert.Equal(["a.txt", "b.txt", "other.txt"], Names(_tailor.Out));
        Assert.Equal("new a", File.ReadAllText(Path.Combine(_tailor.Out, "a.txt")));
    }

    [Fact]
    public void Write_that_fails_half_way_leaves_the_folder_as_it_was()
    {
        Directory.CreateDirectory(Path.Combine(_tailor.Out, "b.txt"));
        File.WriteAllText(Path.Combine(_tailor.Out, "a.txt"), "old a");
        var folder = OutputFolder.Check(_tailor.Out);

        var error = Assert.Throws<TailorException>(() => folder.Write(Two));

        Assert.StartsWith($"The output folder '{_tailor.Out}' could not be written and was left as it was (", error.Message, StringComparison.Ordinal);
        Assert.Equal(["a.txt", "b.txt"], Names(_tailor.Out));
        Assert.Equal("old a", File.ReadAllText(Path.Combine(_tailor.Out, "a.txt")));
    }

    [Fact]
    public void Write_that_fails_in_a_new_folder_takes_it_away()
    {
        var path = Path.Combine(_tailor.Folder, "deep", "er");
        var folder = OutputFolder.Check(path);

        Assert.Throws<TailorException>(() => folder.Write([new("a.txt", "a"), new("no/such/folder.txt", "b")]));

        Assert.False(Directory.Exists(Path.Combine(_tailor.Folder, "deep")));
    }

    [Fact]
    public async Task Run_with_a_file_as_out_says_so_before_any_call()
    {
        var file = _tailor.Write("taken", "mine");

        var run = await _tailor.RunAsync("--out", file);

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal($"error: The output folder '{file}' is a file. Name a folder that can be written with --out.", run.Error.TrimEnd());
        Assert.Equal((string.Empty, "mine"), (run.Output, File.ReadAllText(file)));
    }

    [Fact]
    public async Task Run_with_a_folder_in_the_place_of_a_result_names_it_before_any_call()
    {
        Directory.CreateDirectory(Path.Combine(_tailor.Out, "resume.md"));

        var run = await _tailor.RunAsync();

        Assert.Equal((ExitCode.BadInput, string.Empty), (run.ExitCode, run.Output));
        Assert.Equal(
            $"error: The output folder '{_tailor.Out}' cannot take the results: 'resume.md' in it is a folder. Name a folder that can be written with --out.",
            run.Error.TrimEnd());
    }

    [Fact]
    public async Task Run_with_out_below_a_file_names_the_file()
    {
        var file = _tailor.Write("taken", "mine");

        var run = await _tailor.RunAsync("--out", Path.Combine(file, "out"));

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal(
            $"error: The output folder '{Path.Combine(file, "out")}' cannot be made, because '{file}' is a file. Name a folder that can be written with --out.",
            run.Error.TrimEnd());
    }

    private static IEnumerable<string?> Names(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
