using JobWise.Llm.Proofs.Fuzz;
using JobWise.Llm.Proofs.Simulation.Calls;

namespace JobWise.Llm.Proofs.Simulation.Load;

/// <summary>How large the calls of a load are. The numbers of each are drawn from the seed and its place, so that every subject gets the same.</summary>
internal sealed record CallShape
{
    public required int LeastPromptTokens { get; init; }

    public required int MostPromptTokens { get; init; }

    public required int OutputCap { get; init; }

    public required int LeastOutputTokens { get; init; }

    /// <summary>In hundredths. English has about four characters to a token, other texts have fewer, and none has always the same.</summary>
    public int LeastCharactersPerToken { get; init; } = 400;

    public int MostCharactersPerToken { get; init; } = 400;

    /// <summary>One prompt size, and an output anywhere from 200 up to the cap.</summary>
    public static CallShape Of(int promptTokens, int outputCap) => Exact(promptTokens, outputCap) with { LeastOutputTokens = Math.Min(200, outputCap) };

    /// <summary>Every call uses all that was counted up front, so that nothing is given back.</summary>
    public static CallShape Exact(int promptTokens, int outputCap) => new()
    {
        LeastPromptTokens = promptTokens,
        MostPromptTokens = promptTokens,
        OutputCap = outputCap,
        LeastOutputTokens = outputCap,
    };

    public CallPlan PlanOf(int seed, int worker, int number, int priority)
    {
        var dice = new Dice(seed, ((long)worker << 24) + number);
        var promptTokens = LeastPromptTokens + dice.Roll(MostPromptTokens - LeastPromptTokens + 1);
        return new CallPlan
        {
            Worker = worker,
            PromptTokens = promptTokens,
            PromptCharacters = promptTokens * (LeastCharactersPerToken + dice.Roll(MostCharactersPerToken - LeastCharactersPerToken + 1)) / 100,
            OutputCap = OutputCap,
            OutputTokens = LeastOutputTokens + dice.Roll(OutputCap - LeastOutputTokens + 1),
            Priority = priority,
        };
    }
}
