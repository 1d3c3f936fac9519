namespace JobWise.Llm.Samples.Run;

/// <summary>The provider that does the work.</summary>
/// <param name="Name">One of <see cref="ProviderName"/>.</param>
/// <param name="Because">What decided, as the end of a sentence.</param>
internal sealed record ProviderChoice(string Name, string Because);
