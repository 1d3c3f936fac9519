namespace JobWise.Llm.Samples.CommandLine;

/// <summary>What was typed; null where an option was left out.</summary>
internal sealed record TailorArguments
{
    public string? Profile { get; init; }

    public string? Job { get; init; }

    public string? Provider { get; init; }

    public required string Out { get; init; }

    public string? BaseUrl { get; init; }

    public string? Model { get; init; }
}
