namespace JobWise.Llm.Wire;

/// <summary>The bytes are not what the protocol promises. Never leaves the package: it becomes an <see cref="LLMInvalidResponseException"/>.</summary>
internal sealed class WireFormatException(string message) : Exception(message)
{
    /// <summary>Whether another try may bring a proper answer, as after a cut one; false for what the server would only repeat.</summary>
    public bool MayPass { get; init; } = true;
}
