namespace JobWise.Llm;

/// <summary>The words by which a response reports what was mended.</summary>
internal static class JsonRepairs
{
    /// <summary>The model's reasoning stood in tags before the JSON.</summary>
    public const string ReasoningTag = "reasoning_tag";

    /// <summary>The JSON stood in a code fence.</summary>
    public const string CodeFence = "code_fence";

    /// <summary>There was text around the JSON.</summary>
    public const string ProseAround = "prose_around";

    /// <summary>There was other JSON beside the one that fits the type.</summary>
    public const string ExtraJson = "extra_json";

    /// <summary>A comma stood before a closing bracket.</summary>
    public const string TrailingComma = "trailing_comma";

    /// <summary>There were comments in the JSON.</summary>
    public const string Comment = "comment";

    /// <summary>The value came without the object that it was asked for in.</summary>
    public const string BareValue = "bare_value";

    /// <summary>One element came where a list of them was asked for.</summary>
    public const string SingleValue = "single_value";

    /// <summary>A list of one came where its element was asked for.</summary>
    public const string ListOfOne = "list_of_one";

    /// <summary>The provider had refused the text as invalid.</summary>
    public const string FailedGeneration = "failed_generation";

    /// <summary>The first answer was given up.</summary>
    public const string ReAsked = "reasked";
}
