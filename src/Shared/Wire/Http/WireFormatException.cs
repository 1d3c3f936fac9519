namespace JobWise.Llm.Wire;

/// <summary>The bytes are not what the protocol promises. Never leaves the package: it becomes an <see cref="LLMInvalidResponseException"/>.</summary>
internal sealed class WireFormatException(string message) : Exception(message);
