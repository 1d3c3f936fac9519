using Microsoft.Extensions.Configuration;
using Spectre.Console;

namespace JobWise.Llm.Samples;

/// <summary>All that the program knows of the machine it runs on; tests bring their own.</summary>
internal sealed class TailorHost
{
    /// <summary>Where the report goes.</summary>
    public required IAnsiConsole Console { get; init; }

    /// <summary>Where the one line goes that says what was wrong.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Keys and settings; the only way by which environment variables get in.</summary>
    public required IConfiguration Configuration { get; init; }

    /// <summary>What relative paths are relative to.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>Where the sample resume and posting are.</summary>
    public string SampleFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "sample-input");

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static TailorHost OfThisProcess()
    {
        return new TailorHost
        {
            Console = CreateConsole(),
            Error = System.Console.Error,
            Configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build(),
            WorkingFolder = Environment.CurrentDirectory,
        };
    }

    public string Resolve(string path) => Path.GetFullPath(path, WorkingFolder);

    private static IAnsiConsole CreateConsole()
    {
        if (!System.Console.IsOutputRedirected)
            return AnsiConsole.Create(new AnsiConsoleSettings());
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });

        // A file or a build log has no width of its own; 80 would break the tables into slivers.
        console.Profile.Width = 120;
        return console;
    }
}
