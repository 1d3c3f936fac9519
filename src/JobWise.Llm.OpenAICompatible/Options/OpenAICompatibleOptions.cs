namespace JobWise.Llm;

/// <summary>How to reach a server that speaks the OpenAI protocol, such as Ollama, llama.cpp or vLLM.</summary>
public sealed class OpenAICompatibleOptions : OpenAIProtocolOptions;
