using JobWise.Llm.Proofs.Fuzz;
using JobWise.Llm.Proofs.Fuzz.Seeds;

namespace JobWise.Llm.Proofs.Tests.Fuzz;

public sealed class MutatorTests
{
    private static readonly IReadOnlyList<byte[]> Seeds = OpenAISeeds.ByKind[FuzzKind.Stream];

    [Fact]
    public void Mutate_same_seed_and_number_gives_the_same_bytes()
    {
        var (first, second) = (new Dice(7, 42), new Dice(7, 42));

        Assert.Equal(Mutator.Mutate(Seeds, 0, ref first), Mutator.Mutate(Seeds, 0, ref second));
    }

    [Fact]
    public void Mutate_mutants_differ_from_their_seed_and_from_each_other()
    {
        var mutants = Enumerable.Range(0, 500).Select(number =>
        {
            var dice = new Dice(1, number);
            return Convert.ToHexString(Mutator.Mutate(Seeds, 0, ref dice));
        }).ToList();

        Assert.InRange(mutants.Distinct().Count(), 450, 500);
        Assert.InRange(mutants.Count(mutant => mutant == Convert.ToHexString(Seeds[0])), 0, 20);
    }
}
