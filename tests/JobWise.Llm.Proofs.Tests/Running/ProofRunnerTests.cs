namespace JobWise.Llm.Proofs.Running;

public sealed class ProofRunnerTests
{
    private const string Usage = "Use: list | all [--quick] [--control] [--seed N] | NAME [--quick] [--control] [--seed N]\n";
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _errors = new() { NewLine = "\n" };

    [Fact]
    public async Task RunAsync_proof_that_holds_ends_with_its_figures()
    {
        var exit = await CreateRunner(run => CreateResult(run.IsControl ? 1 : 0)).RunAsync(["scripted", "--seed", "7"]);

        Assert.Equal(0, exit);
        Assert.Equal(
            """
            scripted --seed 7
            claim:  Nothing is lost.
            target: lost=0

            N = 1
            id     tried  lost
            row-1  2      none

            verdict: holds
            scripted: lost=0

            """,
            _output.ToString());
    }

    [Fact]
    public async Task RunAsync_proof_that_misses_its_target_exits_with_1()
    {
        var exit = await CreateRunner(_ => CreateResult(3)).RunAsync(["scripted"]);

        Assert.Equal(1, exit);
        Assert.EndsWith("verdict: fails, lost=3 misses the target lost=0\nscripted: lost=3\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public async Task RunAsync_control_exits_with_0_only_when_noticed(int lost, int expected)
    {
        var exit = await CreateRunner(_ => CreateResult(lost)).RunAsync(["scripted", "--control"]);

        Assert.Equal(expected, exit);
    }

    [Fact]
    public async Task RunAsync_all_counts_the_proofs()
    {
        var exit = await CreateRunner(_ => CreateResult(0)).RunAsync(["all", "--quick"]);

        Assert.Equal(0, exit);
        Assert.EndsWith("all: proofs=1 passed=1 failed=0\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_list_shows_claims_and_targets()
    {
        var exit = await CreateRunner(_ => CreateResult(0)).RunAsync(["list"]);

        Assert.Equal(0, exit);
        Assert.Equal("scripted: Nothing is lost.\n  target:  lost=0\n  quick:   lost=0\n  control: one is lost\n", _output.ToString());
    }

    [Theory]
    [InlineData("There is no proof 'other'. There are: scripted.\n", "other")]
    [InlineData("'--fast' is not understood. " + Usage, "scripted", "--fast")]
    [InlineData("--seed takes a whole number, and none was given. " + Usage, "scripted", "--seed")]
    [InlineData("--seed takes a whole number, not 'x'. " + Usage, "scripted", "--seed", "x")]
    [InlineData("One name is needed, 0 were given. " + Usage)]
    public async Task RunAsync_arguments_without_sense_exit_with_2(string message, params string[] arguments)
    {
        var exit = await CreateRunner(_ => CreateResult(0)).RunAsync(arguments);

        Assert.Equal((2, message, string.Empty), (exit, _errors.ToString(), _output.ToString()));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("scripted", "-h")]
    public async Task RunAsync_help_prints_the_usage_and_exits_with_0(params string[] arguments)
    {
        var exit = await CreateRunner(_ => CreateResult(0)).RunAsync(arguments);

        Assert.Equal((0, Usage, string.Empty), (exit, _output.ToString(), _errors.ToString()));
    }

    private ProofRunner CreateRunner(Func<ProofRun, ProofResult> run) =>
        new([new ScriptedProof(run, ProofTarget.Exactly("lost", 0) with { IsMissedByControl = true })], _output, _errors);

    private static ProofResult CreateResult(int lost) => new()
    {
        Tables = [new ProofTable("N = 1", ["lost"], [new ProofRow("row-1", 2, ["none"])])],
        Figures = [new ProofFigure("lost", lost)],
    };
}
