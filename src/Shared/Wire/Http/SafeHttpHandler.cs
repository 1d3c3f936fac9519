using System.Net;

namespace JobWise.Llm.Wire;

/// <summary>Makes the handler that all calls go through unless the application brings its own.</summary>
internal static class SafeHttpHandler
{
    public static SocketsHttpHandler Create(TimeSpan connectTimeout) => new()
    {
        // A redirect would carry the prompt, and custom key headers, to another host.
        AllowAutoRedirect = false,
        UseCookies = false,
        // Bodies are decoded by the reader, whose caps count decoded bytes.
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = connectTimeout,
        ConnectCallback = AddressGuard.ConnectAsync,
        // A changed DNS entry is seen within two minutes.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        // An abandoned stream is closed at once rather than read on; the end of a finished one still arrives in this time.
        ResponseDrainTimeout = TimeSpan.FromMilliseconds(100),
        Proxy = new LoopbackBypassProxy(HttpClient.DefaultProxy),
    };
}
