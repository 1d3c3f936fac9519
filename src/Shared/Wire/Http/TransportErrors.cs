using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Turns what the framework throws on the way to an answer into the exception that stands for it.</summary>
internal static class TransportErrors
{
    /// <param name="error">What was thrown.</param>
    /// <param name="instance">The name the provider was registered under: of several servers, the one that failed.</param>
    /// <param name="server">The base address; null when there is none.</param>
    /// <param name="limits">For the timeouts' messages.</param>
    /// <param name="details">What is known of the call.</param>
    public static LLMServiceException Translate(
        Exception error, string instance, Uri? server, TransportLimits limits, LLMErrorDetails details) => error switch
        {
            WireFormatException { MayPass: false } => new LLMInvalidResponseException($"{instance}: {error.Message}", details, error),
            WireFormatException => new LLMInvalidResponseException($"{instance}: {error.Message}", details with { ShouldRetry = true }, error),
            JsonException or InvalidDataException =>
                new LLMInvalidResponseException($"{instance}: The answer could not be decoded.", details with { ShouldRetry = true }, error),
            FirstByteTimeoutException slow => FirstByte(slow, instance, details),
            _ when Inner<ForbiddenAddressException>(error) is { } forbidden =>
                new LLMConnectionException($"{instance}: {forbidden.Message}", details with { ShouldRetry = false }, error),
            OperationCanceledException { InnerException: TimeoutException } or TimeoutException => Timeout(error, instance, limits, details),
            _ when Inner<AuthenticationException>(error) is not null => Tls(error, instance, details),
            HttpRequestException or IOException or SocketException when details.StatusCode is null =>
                new LLMConnectionException($"{instance}: {NoAnswer(error, server)}", details, error),
            HttpRequestException or IOException or SocketException =>
                new LLMConnectionException($"{instance}: The connection was closed before the answer was complete ({error.GetType().Name}).", details, error),
            _ => new LLMConnectionException($"{instance}: The call failed before a whole answer came ({error.GetType().Name}).", details, error),
        };

    // No more of the address than where the server is: user, path and query may be secrets.
    private static string NoAnswer(Exception error, Uri? server)
    {
        var place = server is null ? string.Empty : $" from {server.GetComponents(UriComponents.SchemeAndServer | UriComponents.StrongPort, UriFormat.UriEscaped)}";
        return $"No answer came{place}: {Reason(error)} ({error.GetType().Name}). Check that the server runs and that BaseUrl is right.";
    }

    private static string Reason(Exception error) => (error as HttpRequestException)?.HttpRequestError == HttpRequestError.NameResolutionError
        ? "name not found"
        : Inner<SocketException>(error)?.SocketErrorCode switch
        {
            SocketError.ConnectionRefused => "connection refused",
            SocketError.HostNotFound or SocketError.NoData => "name not found",
            _ => "the connection could not be opened or was closed",
        };

    private static LLMTimeoutException FirstByte(FirstByteTimeoutException error, string instance, LLMErrorDetails details) => new(
        LLMTimeoutPhase.FirstByte,
        string.Create(CultureInfo.InvariantCulture, $"{instance}: Not one byte of an answer came within {error.Limit.TotalSeconds:0.###} s. Raise FirstByteTimeout if the server needs longer."),
        details,
        error);

    private static LLMTimeoutException Timeout(
        Exception error, string instance, TransportLimits limits, LLMErrorDetails details)
    {
        // HttpClient reports its own Timeout in the same form as the handler's connect timeout. Ours is infinite; one that the application
        // brought may not be, and it covers the whole attempt.
        var isConnect = details.StatusCode is null
            && (limits.ClientTimeout == System.Threading.Timeout.InfiniteTimeSpan || HasInnerText(error, nameof(SocketsHttpHandler.ConnectTimeout)));
        return isConnect
            ? new LLMTimeoutException(
                LLMTimeoutPhase.Connect,
                string.Create(CultureInfo.InvariantCulture, $"{instance}: No connection was opened within {limits.ConnectTimeout.TotalSeconds} s. Check BaseUrl and the network, or raise ConnectTimeout."),
                details,
                error)
            : new LLMTimeoutException(
                LLMTimeoutPhase.Attempt,
                string.Create(CultureInfo.InvariantCulture, $"{instance}: The HttpClient gave up after its own timeout of {limits.ClientTimeout.TotalSeconds} s. Set its Timeout to infinite: the pipeline owns the timeouts."),
                details,
                error);
    }

    // A wrong certificate stays wrong: no retry may hide it. A handshake that was only cut off has no such inner exception, and may be tried again.
    private static LLMConnectionException Tls(Exception error, string instance, LLMErrorDetails details) => new(
        $"{instance}: The secure connection was refused: the certificate or the TLS version is not trusted. Check BaseUrl and the certificates of this machine.",
        details with { ShouldRetry = false },
        error);

    private static TException? Inner<TException>(Exception error)
        where TException : Exception
    {
        for (Exception? inner = error; inner is not null; inner = inner.InnerException)
        {
            if (inner is TException found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool HasInnerText(Exception error, string text)
    {
        for (Exception? inner = error; inner is not null; inner = inner.InnerException)
        {
            if (inner is TimeoutException && inner.Message.Contains(text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
