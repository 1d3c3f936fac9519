namespace JobWise.Llm.Proofs.Running;

/// <summary>Runs proofs and prints them.</summary>
/// <param name="proofs">All there are.</param>
/// <param name="output">Where claims, tables and verdicts go.</param>
/// <param name="errors">Where it goes that the arguments make no sense.</param>
internal sealed class ProofRunner(IReadOnlyList<IProof> proofs, TextWriter output, TextWriter errors)
{
    private const int Passed = 0;
    private const int Failed = 1;
    private const int Misused = 2;
    private const int MostFindings = 40;

    /// <summary>The exit code: 0 when all that was asked for holds, 1 when not, 2 when the arguments make no sense.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken = default)
    {
        var command = ProofCommand.Parse(arguments, out var error);
        if (command is null)
        {
            await errors.WriteLineAsync(error);
            return Misused;
        }

        return command.Name switch
        {
            _ when command.IsHelp => await HelpAsync(),
            "list" => await ListAsync(),
            "all" => await RunAllAsync(command.Run, cancellationToken),
            _ when proofs.FirstOrDefault(proof => proof.Name == command.Name) is { } proof =>
                await RunAsync(proof, command.Run, cancellationToken) ? Passed : Failed,
            _ => await RefuseAsync(command.Name),
        };
    }

    private async Task<int> HelpAsync()
    {
        await output.WriteLineAsync($"Use: {ProofCommand.Usage}");
        return Passed;
    }

    private async Task<int> ListAsync()
    {
        foreach (var proof in proofs)
        {
            await output.WriteLineAsync($"{proof.Name}: {proof.Claim}");
            await output.WriteLineAsync($"  target:  {string.Join(' ', proof.Targets(isQuick: false))}");
            await output.WriteLineAsync($"  quick:   {string.Join(' ', proof.Targets(isQuick: true))}");
            await output.WriteLineAsync($"  control: {proof.Control}");
        }

        return Passed;
    }

    private async Task<int> RefuseAsync(string name)
    {
        await errors.WriteLineAsync($"There is no proof '{name}'. There are: {string.Join(", ", proofs.Select(proof => proof.Name))}.");
        return Misused;
    }

    private async Task<int> RunAllAsync(ProofRun run, CancellationToken cancellationToken)
    {
        var failed = 0;
        foreach (var proof in proofs)
        {
            failed += await RunAsync(proof, run, cancellationToken) ? 0 : 1;
        }

        await output.WriteLineAsync($"all: proofs={proofs.Count} passed={proofs.Count - failed} failed={failed}");
        return failed == 0 && proofs.Count > 0 ? Passed : Failed;
    }

    private async Task<bool> RunAsync(IProof proof, ProofRun run, CancellationToken cancellationToken)
    {
        var targets = proof.Targets(run.IsQuick);
        await output.WriteLineAsync($"{proof.Name}{(run.IsQuick ? " --quick" : "")}{(run.IsControl ? " --control" : "")} --seed {run.Seed}");
        await output.WriteLineAsync($"claim:  {proof.Claim}");
        await output.WriteLineAsync($"target: {string.Join(' ', targets)}");
        if (run.IsControl)
        {
            await output.WriteLineAsync($"control: {proof.Control}; missed must be: {string.Join(", ", targets.Where(target => target.IsMissedByControl).Select(target => target.Key))}");
        }

        var result = await proof.RunAsync(run, cancellationToken);
        await PrintAsync(result);
        var verdict = ProofVerdict.Judge(targets, result, run.IsControl);
        await output.WriteLineAsync(verdict.IsPassed ? "verdict: holds" : $"verdict: fails, {string.Join("; ", verdict.Reasons)}");
        await output.WriteLineAsync($"{proof.Name}: {string.Join(' ', result.Figures)}");
        return verdict.IsPassed;
    }

    private async Task PrintAsync(ProofResult result)
    {
        foreach (var line in result.Tables.SelectMany(table => table.Lines().Prepend("")))
        {
            await output.WriteLineAsync(line);
        }

        await output.WriteLineAsync();
        foreach (var finding in result.Findings.Take(MostFindings))
        {
            await output.WriteLineAsync($"found: {finding}");
        }

        if (result.Findings.Count > MostFindings)
        {
            await output.WriteLineAsync($"found: and {result.Findings.Count - MostFindings} more");
        }
    }
}
