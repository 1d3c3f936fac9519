namespace JobWise.Llm.Pipeline;

/// <summary>Registered by <c>AddJobWiseLlmEnvironment()</c>: the flat names are read too.</summary>
internal sealed record FlatNamesWanted;
