namespace JobWise.Llm.Wire;

/// <summary>The waits that the transport itself can end.</summary>
/// <param name="ConnectTimeout">Of the handler.</param>
/// <param name="ClientTimeout">Of the client; infinite unless the application brought its own.</param>
internal sealed record TransportLimits(TimeSpan ConnectTimeout, TimeSpan ClientTimeout);
