namespace JobWise.Llm.Samples.Output;

/// <summary>Something in which the tailored resume differs from the profile.</summary>
internal sealed record Change(string Where, string What, string Why);
