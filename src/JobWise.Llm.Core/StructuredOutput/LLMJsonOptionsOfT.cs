namespace JobWise.Llm;

/// <summary>How a typed answer is asked for and checked.</summary>
/// <typeparam name="T">The type of the answer.</typeparam>
public sealed class LLMJsonOptions<T>
{
    /// <summary>The schema's name, which some models read: letters, digits, underscores and dashes, at most 64.</summary>
    /// <value>The default value is <c>answer</c>.</value>
    public string SchemaName { get; set; } = "answer";

    /// <summary>Whether to ask for constrained decoding where the model has it.</summary>
    /// <value>The default value is true.</value>
    public bool Strict { get; set; } = true;

    /// <summary>Whether an unusable answer is sent back once with its errors. The second answer counts against the same deadline,
    /// send limit and <see cref="LLMCallOptions.MostTokens"/>.</summary>
    /// <value>The default value is true.</value>
    public bool ReAsk { get; set; } = true;

    /// <summary>The caller's own rules, after the DataAnnotations of the type: gives each broken one in words for the model, or an empty list. Pure and
    /// quick, since a cache may ask it again.</summary>
    /// <value>The default value is null: no rules beyond those of the type.</value>
    public Func<T, IReadOnlyList<string>>? Validate { get; set; }
}
