namespace JobWise.Llm.Pipeline;

/// <summary>A model that the settings choose, and where they do.</summary>
internal readonly record struct ModelChoice(string Vendor, string Model, string Source);
