using System.Diagnostics;

namespace JobWise.Llm.Samples.Tests.Harness;

/// <summary>Runs a sample as a process of its own, without the keys and settings of this machine.</summary>
internal static class ChildProgram
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static async Task<TailorOutcome> RunAsync(string name, string folder, IReadOnlyList<string> arguments, Action<Process>? started = null)
    {
        using var process = Process.Start(Describe(name, folder, arguments))!;
        started?.Invoke(process);
        using var limit = new CancellationTokenSource(Longest);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{name} did not end within {Longest}.", late);
        }

        return new TailorOutcome(process.ExitCode, await output, await error);
    }

    private static ProcessStartInfo Describe(string name, string folder, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, $"{name}.dll")))
            start.ArgumentList.Add(argument);
        foreach (var variable in start.Environment.Keys.Where(IsOurs).ToArray())
            start.Environment.Remove(variable);
        return start;
    }

    private static bool IsOurs(string variable) =>
        variable.EndsWith("_API_KEY", StringComparison.OrdinalIgnoreCase)
        || variable.Contains("LLM", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("GROQ_", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("JobWise", StringComparison.OrdinalIgnoreCase);
}
