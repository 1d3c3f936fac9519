using Microsoft.Extensions.Configuration;
using Spectre.Console;

namespace JobWise.Llm.Samples.Tests.Harness;

/// <summary>Runs the program in this process, in a folder of its own, with only the configuration a test gives it.</summary>
internal sealed class TailorHarness : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("resume-tailor-tests-");

    public Dictionary<string, string?> Configuration { get; } = [];

    public string Folder => _folder.FullName;

    public string Out => Path.Combine(Folder, "out");

    public async Task<TailorOutcome> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken = default)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = new TailorHost
        {
            Console = CreateConsole(output),
            Error = error,
            Configuration = new ConfigurationBuilder().AddInMemoryCollection(Configuration).Build(),
            WorkingFolder = Folder,
        };
        var exitCode = await new ResumeTailorApp(host).RunAsync(arguments, cancellationToken);
        return new TailorOutcome(exitCode, output.ToString(), error.ToString());
    }

    public Task<TailorOutcome> RunAsync(params string[] arguments) => RunAsync((IReadOnlyList<string>)arguments);

    public string Write(string name, string content)
    {
        File.WriteAllText(PathOf(name), content);
        return PathOf(name);
    }

    public string WriteBytes(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string ReadResult(string name) => File.ReadAllText(Path.Combine(Out, name));

    public void Dispose() => _folder.Delete(recursive: true);

    private static IAnsiConsole CreateConsole(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 120;
        return console;
    }
}
