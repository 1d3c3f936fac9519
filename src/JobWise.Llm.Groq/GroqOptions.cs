namespace JobWise.Llm;

/// <summary>How to reach Groq. The key is best set as <c>GROQ_API_KEY</c>; everything else has a default.</summary>
public sealed class GroqOptions : OpenAIProtocolOptions;
