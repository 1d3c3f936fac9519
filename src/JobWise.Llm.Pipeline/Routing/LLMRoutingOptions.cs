namespace JobWise.Llm;

/// <summary>Which lanes serve a call, and in which order. A lane is written <c>groq</c> or <c>groq/openai/gpt-oss-20b</c>.</summary>
public sealed class LLMRoutingOptions
{
    /// <summary>The lanes that stand in, one after the other, where the first fails or cannot take the call in time. Not for pinned calls.</summary>
    /// <value>The default value is empty: a call has one lane.</value>
    public IList<string> Fallbacks { get; } = [];

    /// <summary>
    /// Shares of the calls, by lane, for a rollout or an even load: <c>groq</c> 10 and <c>mock</c> 90 send a tenth to Groq. A user
    /// (<see cref="LLMRequest.UserId"/>) keeps the lane while shares only grow towards it; calls without a user are spread by call. Goes before
    /// <see cref="LLMPipelineOptions.Provider"/>, and after the provider of a workflow.
    /// </summary>
    /// <value>The default value is empty: all calls go to the provider.</value>
    public IDictionary<string, double> Weights { get; } = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);

    /// <summary>In which order the lanes are tried.</summary>
    /// <value>The default value is <see cref="LLMRouteOrder.Listed"/>.</value>
    public LLMRouteOrder Order { get; set; }

    /// <summary>A lane that cannot take the call within this time is passed over while another can.</summary>
    /// <value>The default value is 1 second.</value>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>For how long a lane whose account refuses (key, permission, quota, model gone) is passed over while another lane is there.</summary>
    /// <value>The default value is 60 seconds.</value>
    public TimeSpan SetAside { get; set; } = TimeSpan.FromSeconds(60);
}
