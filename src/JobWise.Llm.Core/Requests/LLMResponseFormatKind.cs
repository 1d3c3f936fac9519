namespace JobWise.Llm;

/// <summary>The three forms of an answer.</summary>
public enum LLMResponseFormatKind
{
    /// <summary>Free text.</summary>
    Text = 0,

    /// <summary>Any JSON object.</summary>
    JsonObject = 1,

    /// <summary>JSON that follows a schema.</summary>
    JsonSchema = 2,
}
