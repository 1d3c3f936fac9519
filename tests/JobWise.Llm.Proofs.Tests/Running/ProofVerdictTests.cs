namespace JobWise.Llm.Proofs.Running;

public sealed class ProofVerdictTests
{
    private static readonly ProofTarget[] Targets = [ProofTarget.Exactly("runs", 3), ProofTarget.Exactly("lost", 0) with { IsMissedByControl = true }];

    [Fact]
    public void Judge_figures_on_target_passes() => Assert.Empty(Judge(CreateResult(runs: 3, lost: 0)));

    [Fact]
    public void Judge_missed_target_fails() =>
        Assert.Equal(["lost=1 misses the target lost=0"], Judge(CreateResult(runs: 3, lost: 1)));

    [Fact]
    public void Judge_row_tried_0_times_fails() =>
        Assert.Equal(["row b was tried 0 times"], Judge(CreateResult(runs: 3, lost: 0, new ProofRow("b", 0, []))));

    [Fact]
    public void Judge_no_row_fails() =>
        Assert.Equal(["no row was tried"], Judge(CreateResult(runs: 3, lost: 0) with { Tables = [] }));

    [Fact]
    public void Judge_missing_figure_fails() => Assert.Equal(
        ["lost was not measured, its target is lost=0"],
        Judge(CreateResult(runs: 3, lost: 0) with { Figures = [new ProofFigure("runs", 3)] }));

    [Fact]
    public void Judge_control_that_misses_passes() => Assert.Empty(Judge(CreateResult(runs: 3, lost: 1), isControl: true));

    [Fact]
    public void Judge_control_that_goes_unnoticed_fails() => Assert.Equal(
        ["the control was not noticed: lost=0 meets the target lost=0"],
        Judge(CreateResult(runs: 3, lost: 0), isControl: true));

    [Fact]
    public void Judge_control_that_breaks_another_figure_fails() =>
        Assert.Equal(["runs=0 misses the target runs=3"], Judge(CreateResult(runs: 0, lost: 1), isControl: true));

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void IsMetBy_at_most_compares(int figure, bool expected) => Assert.Equal(expected, ProofTarget.AtMost("ms", 5).IsMetBy(figure));

    [Theory]
    [InlineData(5, true)]
    [InlineData(4, false)]
    public void IsMetBy_at_least_compares(int figure, bool expected) => Assert.Equal(expected, ProofTarget.AtLeast("ms", 5).IsMetBy(figure));

    private static IReadOnlyList<string> Judge(ProofResult result, bool isControl = false) =>
        ProofVerdict.Judge(Targets, result, isControl).Reasons;

    private static ProofResult CreateResult(int runs, int lost, params IReadOnlyList<ProofRow> rows) => new()
    {
        Tables = [new ProofTable("all", [], [new ProofRow("a", 3, []), .. rows])],
        Figures = [new ProofFigure("runs", runs), new ProofFigure("lost", lost)],
    };
}
