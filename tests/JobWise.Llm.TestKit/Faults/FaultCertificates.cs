using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace JobWise.Llm.TestKit;

/// <summary>An authority in memory that issues good and bad certificates. Nothing trusts it unless it is told to.</summary>
public sealed class FaultCertificates : IDisposable
{
    private readonly X509Certificate2 _authority;
    private readonly DateTimeOffset _now;

    public FaultCertificates(TimeProvider? timeProvider = null)
    {
        _now = (timeProvider ?? TimeProvider.System).GetUtcNow();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Fault authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _authority = request.CreateSelfSigned(_now.AddDays(-30), _now.AddDays(30));
    }

    /// <summary>The authority's own certificate as PEM, for whoever shall trust it.</summary>
    public string AuthorityPem => _authority.ExportCertificatePem();

    /// <summary>For 127.0.0.1 and localhost.</summary>
    public X509Certificate2 Good() => Issue("localhost", IPAddress.Loopback, _now.AddDays(-1), _now.AddDays(1), _authority);

    /// <summary>Expired yesterday.</summary>
    public X509Certificate2 Expired() => Issue("localhost", IPAddress.Loopback, _now.AddDays(-20), _now.AddDays(-1), _authority);

    /// <summary>For another host.</summary>
    public X509Certificate2 WrongHost() => Issue("other.example", null, _now.AddDays(-1), _now.AddDays(1), _authority);

    /// <summary>Vouched for by nobody but itself.</summary>
    public X509Certificate2 SelfSigned() => Issue("localhost", IPAddress.Loopback, _now.AddDays(-1), _now.AddDays(1), null);

    /// <inheritdoc/>
    public void Dispose() => _authority.Dispose();

    private static X509Certificate2 Issue(string host, IPAddress? address, DateTimeOffset from, DateTimeOffset to, X509Certificate2? authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        if (address is not null)
        {
            names.AddIpAddress(address);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var bare = authority is null
            ? request.CreateSelfSigned(from, to)
            : request.Create(authority, from, to, RandomNumberGenerator.GetBytes(8));
        using var whole = authority is null ? null : bare.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12((whole ?? bare).Export(X509ContentType.Pkcs12), null);
    }
}
