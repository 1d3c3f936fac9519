using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace JobWise.Llm.TestKit;

/// <summary>How a <see cref="FaultServer"/> secures its connections.</summary>
/// <param name="Certificate">With its private key; see <see cref="FaultCertificates"/>.</param>
/// <param name="Protocols">None leaves the choice to the system.</param>
public sealed record FaultTls(X509Certificate2 Certificate, SslProtocols Protocols = SslProtocols.None);
