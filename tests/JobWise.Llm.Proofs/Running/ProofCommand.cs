using System.Globalization;

namespace JobWise.Llm.Proofs.Running;

/// <summary>The command line, read.</summary>
internal sealed record ProofCommand
{
    public const string Usage = "list | all [--quick] [--control] [--seed N] | NAME [--quick] [--control] [--seed N]";

    private const string HelpName = "--help";

    /// <summary>A proof, <c>all</c>, <c>list</c> or <c>--help</c>.</summary>
    public required string Name { get; init; }

    public ProofRun Run { get; init; } = new();

    public bool IsHelp => Name == HelpName;

    /// <summary>Null with the reason where the arguments make no sense.</summary>
    public static ProofCommand? Parse(IReadOnlyList<string> arguments, out string? error)
    {
        if (arguments.Any(argument => argument is HelpName or "-h" or "-?"))
        {
            error = null;
            return new ProofCommand { Name = HelpName };
        }

        return ParseProof(arguments, out error);
    }

    private static ProofCommand? ParseProof(IReadOnlyList<string> arguments, out string? error)
    {
        var run = new ProofRun();
        var names = new List<string>();
        for (var index = 0; index < arguments.Count; index++)
        {
            switch (arguments[index])
            {
                case "--quick":
                    run = run with { IsQuick = true };
                    break;
                case "--control":
                    run = run with { IsControl = true };
                    break;
                case "--seed" when TrySeed(arguments.ElementAtOrDefault(index + 1), out var seed):
                    run = run with { Seed = seed };
                    index++;
                    break;
                case "--seed":
                    error = $"--seed takes a whole number, {(index + 1 < arguments.Count ? $"not '{arguments[index + 1]}'" : "and none was given")}. Use: {Usage}";
                    return null;
                case ['-', ..] or "":
                    error = $"'{arguments[index]}' is not understood. Use: {Usage}";
                    return null;
                default:
                    names.Add(arguments[index]);
                    break;
            }
        }

        error = names.Count == 1 ? null : $"One name is needed, {names.Count} were given. Use: {Usage}";
        return error is null ? new ProofCommand { Name = names[0], Run = run } : null;
    }

    private static bool TrySeed(string? text, out int seed) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seed);
}
