namespace JobWise.Llm;

/// <summary>How much the live metrics keep.</summary>
public sealed class LLMMetricsOptions
{
    /// <summary>How many minutes can be looked back on, beside the totals since start; 1 to 1,440.</summary>
    /// <value>The default value is 60.</value>
    public int Minutes { get; set; } = 60;

    /// <summary>
    /// How many combinations of provider, model and workflow are told apart; 1 to 10,000. Those that come later count together as <c>other</c>. One
    /// needs about 1 KB, and as much for each minute in which it was used.
    /// </summary>
    /// <value>The default value is 100.</value>
    public int MostSeries { get; set; } = 100;
}
