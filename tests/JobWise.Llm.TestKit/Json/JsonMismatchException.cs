namespace JobWise.Llm.TestKit;

/// <summary>Two JSON texts that should be equal are not.</summary>
public sealed class JsonMismatchException(string message) : Exception(message);
