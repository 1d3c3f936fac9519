using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Turns what the framework throws on the way to an answer into the exception that stands for it.</summary>
internal static class TransportErrors
{
    public static LLMServiceException Translate(
        Exception error, string provider, TransportLimits limits, LLMErrorDetails details) => error switch
        {
            WireFormatException => new LLMInvalidResponseException($"{provider}: {error.Message}", details, error),
            JsonException or InvalidDataException => new LLMInvalidResponseException($"{provider}: The answer could not be decoded.", details, error),
            OperationCanceledException { InnerException: TimeoutException } or TimeoutException => Timeout(error, provider, limits, details),
            _ when HasInner<AuthenticationException>(error) => Tls(error, provider, details),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
                new LLMConnectionException($"{provider}: The name of the host in BaseUrl could not be resolved. Check BaseUrl and the network.", details, error),
            HttpRequestException or IOException or SocketException =>
                new LLMConnectionException($"{provider}: {Place(details)} ({error.GetType().Name}).", details, error),
            _ => new LLMConnectionException($"{provider}: The call failed before a whole answer came ({error.GetType().Name}).", details, error),
        };

    private static string Place(LLMErrorDetails details) => details.StatusCode is null
        ? "No answer came: the connection could not be opened or was closed"
        : "The connection was closed before the answer was complete";

    private static LLMTimeoutException Timeout(
        Exception error, string provider, TransportLimits limits, LLMErrorDetails details)
    {
        // HttpClient reports its own Timeout in the same form as the handler's connect timeout. Ours is infinite; one that the application
        // brought may not be, and it covers the whole attempt.
        var isConnect = details.StatusCode is null
            && (limits.ClientTimeout == System.Threading.Timeout.InfiniteTimeSpan || HasInnerText(error, nameof(SocketsHttpHandler.ConnectTimeout)));
        return isConnect
            ? new LLMTimeoutException(
                LLMTimeoutPhase.Connect,
                string.Create(CultureInfo.InvariantCulture, $"{provider}: No connection was opened within {limits.ConnectTimeout.TotalSeconds} s. Check BaseUrl and the network, or raise ConnectTimeout."),
                details,
                error)
            : new LLMTimeoutException(
                LLMTimeoutPhase.Attempt,
                string.Create(CultureInfo.InvariantCulture, $"{provider}: The HttpClient gave up after its own timeout of {limits.ClientTimeout.TotalSeconds} s. Set its Timeout to infinite: the pipeline owns the timeouts."),
                details,
                error);
    }

    // A wrong certificate stays wrong: no retry may hide it. A handshake that was only cut off has no such inner exception, and may be tried again.
    private static LLMConnectionException Tls(Exception error, string provider, LLMErrorDetails details) => new(
        $"{provider}: The secure connection was refused: the certificate or the TLS version is not trusted. Check BaseUrl and the certificates of this machine.",
        details with { ShouldRetry = false },
        error);

    private static bool HasInner<TException>(Exception error)
        where TException : Exception
    {
        for (var inner = error.InnerException; inner is not null; inner = inner.InnerException)
        {
            if (inner is TException)
            {
                return true;
            }
        }

        return false;
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
