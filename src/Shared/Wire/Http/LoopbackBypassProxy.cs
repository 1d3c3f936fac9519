using System.Net;

namespace JobWise.Llm.Wire;

/// <summary>
/// The proxy of the environment, for https only: with HTTP_PROXY set, .NET sends even calls to 127.0.0.1 through it, with key and prompt in clear.
/// </summary>
/// <param name="environment">What the environment asks for.</param>
internal sealed class LoopbackBypassProxy(IWebProxy environment) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => environment.Credentials;
        set => environment.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : environment.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || host.Scheme != Uri.UriSchemeHttps || environment.IsBypassed(host);
}
