namespace JobWise.Llm.TestKit;

/// <summary>How a <see cref="FaultServer"/> treats connections, before any request.</summary>
public sealed record FaultServerOptions
{
    /// <summary>The clock of the pauses in scripts; the arrival of requests is always told by the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Null is plain text.</summary>
    public FaultTls? Tls { get; init; }

    /// <summary>What happens to every connection as soon as it is accepted, before TLS.</summary>
    /// <value>The default value is nothing.</value>
    public FaultReply OnConnect { get; init; } = new();
}
