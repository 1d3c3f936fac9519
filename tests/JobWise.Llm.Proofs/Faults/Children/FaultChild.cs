using System.Diagnostics;
using System.Text.Json;
using JobWise.Llm.Proofs.Faults.Subjects;

namespace JobWise.Llm.Proofs.Faults.Children;

/// <summary>This program as a child process, for what one process cannot show: its memory, its environment, its thread pool.</summary>
internal sealed class FaultChild : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private FaultChild(Process process) => _process = process;

    public static FaultChild Start(JobWiseSubject subject, params IReadOnlyList<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(FaultChild).Assembly.Location, FaultChildProgram.Argument, subject.Name },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new FaultChild(Process.Start(start) ?? throw new InvalidOperationException("The child did not start."));
    }

    /// <summary>One command, one report; commands run one after the other.</summary>
    public async Task<ChildReport> RunAsync(string command, FaultMode mode, Uri server)
    {
        await _process.StandardInput.WriteLineAsync($"{command} {mode} {server}");
        await _process.StandardInput.FlushAsync();
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return line is null
            ? throw new InvalidOperationException($"The child ended with {(_process.WaitForExit(1000) ? _process.ExitCode : -1)}.")
            : JsonSerializer.Deserialize<ChildReport>(line)!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
