using JobWise.Llm.Proofs.Fuzz;
using JobWise.Llm.Proofs.Fuzz.Seeds;

namespace JobWise.Llm.Proofs.Tests.Fuzz;

public sealed class FuzzWorkerTests
{
    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task RunAsync_a_thousand_mutants_of_each_reader_are_sound(string name)
    {
        using var worker = new FuzzWorker(FuzzTargets.All.Single(target => target.Name == name));

        var counts = await worker.RunAsync(seed: 99, first: 0, step: 1, mutants: 1000, default);

        Assert.Equal(1000, counts.Tried);
        Assert.Empty(counts.Findings);
    }

    [Theory]
    [InlineData((int)FuzzKind.Unary)]
    [InlineData((int)FuzzKind.Stream)]
    public async Task RunAsync_reader_that_trusts_its_server_is_found_out(int kind)
    {
        using var worker = new FuzzWorker(new FuzzTarget
        {
            Provider = "trusting",
            Kind = (FuzzKind)kind,
            Seeds = OpenAISeeds.ByKind[(FuzzKind)kind],
            Create = http => new TrustingLLMService(http),
        });

        var counts = await worker.RunAsync(seed: 1, first: 0, step: 1, mutants: 200, default);

        Assert.InRange(counts.Bad, 50, 200);
    }

    [Fact]
    public async Task RunAsync_good_bytes_bring_answers()
    {
        using var worker = new FuzzWorker(FuzzTargets.All.First(target => target.Kind == FuzzKind.Stream));

        var counts = await worker.CutAsync();

        Assert.Equal((12, 10, 0), (counts.Tried, counts.Answers, counts.Bad));
        Assert.InRange(counts.InPieces, 3000, 10_000);
    }
}
