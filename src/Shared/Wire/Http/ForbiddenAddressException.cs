namespace JobWise.Llm.Wire;

/// <summary>The server's name leads to an address that no prompt may go to. Never leaves the package: it becomes an <see cref="LLMConnectionException"/>.</summary>
internal sealed class ForbiddenAddressException(string message) : Exception(message);
