namespace JobWise.Llm;

/// <summary>What the models of one family do differently. The first rule whose <see cref="Prefix"/> fits the model's id holds.</summary>
public sealed record OpenAIModelRule
{
    /// <summary>The start of the ids concerned, compared without regard to case; an empty one fits every model.</summary>
    public required string Prefix { get; init; }

    /// <summary>Whether only the default temperature and top-p are taken: a defaulted value is left out, an explicit one reported.</summary>
    public bool FixedSampling { get; init; }

    /// <summary>The reasoning efforts that are taken; null is any.</summary>
    public IReadOnlyList<string>? ReasoningEfforts { get; init; }

    /// <summary>Whether a strict schema works while streaming; if not, the schema is sent as best effort and this is reported.</summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool StrictSchemaStreams { get; init; } = true;

    /// <summary>Whether a strict schema works beside tools; if not, the schema is sent as best effort and this is reported.</summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool StrictSchemaWithTools { get; init; } = true;
}
