namespace JobWise.Llm.Samples.Reading;

/// <summary>A line of the profile that may be cited.</summary>
internal sealed record PromptText(string Id, string Text);
