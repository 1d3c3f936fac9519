using System.Diagnostics;
using JobWise.Llm.Proofs.Ledger.Stores;

namespace JobWise.Llm.Proofs.Ledger.Children;

/// <summary>This program as a child that writes to a ledger until it is killed.</summary>
internal sealed class LedgerChild : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private LedgerChild(Process process) => _process = process;

    public static LedgerChild Start(ILedgerStore store, string writer) => new(Process.Start(new ProcessStartInfo(
        "dotnet", [typeof(LedgerChild).Assembly.Location, LedgerChildProgram.Argument, store.Name, store.ConnectionString, store.Spool, writer])
    {
        RedirectStandardOutput = true,
        UseShellExecute = false,
    }) ?? throw new InvalidOperationException("The child did not start."));

    /// <summary>Lets it work for a while from its first record on, kills it, and returns every line that it had finished.</summary>
    /// <param name="life">How long it works.</param>
    /// <param name="crash">What else happens while it works.</param>
    public async Task<IReadOnlyList<string>> RunAndKillAsync(TimeSpan life, Func<Task> crash)
    {
        var lines = new List<string>();
        lines.Add(await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("The child ended by itself."));
        var rest = Task.Run(() => ReadAsync(lines));
        await crash();
        await Task.Delay(life);
        _process.Kill();
        await rest.WaitAsync(Patience);
        await _process.WaitForExitAsync();
        return lines;
    }

    public void Dispose() => _process.Dispose();

    /// <summary>To the end of the pipe, which outlives the process. A last line without its end may be half of one.</summary>
    private async Task ReadAsync(List<string> lines)
    {
        var text = await _process.StandardOutput.ReadToEndAsync();
        lines.AddRange(text.Split('\n')[..^1]);
    }
}
