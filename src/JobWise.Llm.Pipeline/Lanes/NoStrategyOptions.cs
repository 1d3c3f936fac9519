using Polly;

namespace JobWise.Llm.Pipeline;

/// <summary>Polly asks for options of each strategy; ours read the settings of the call instead.</summary>
internal sealed class NoStrategyOptions : ResilienceStrategyOptions;
