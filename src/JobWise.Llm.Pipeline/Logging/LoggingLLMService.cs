using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Pipeline;

/// <summary>Logs how each call began and ended, without its content. As the outermost stage it also gives the call its scope.</summary>
internal sealed class LoggingLLMService(ILLMService innerService, CallStart start, ILogger logger)
    : DelegatingLLMService(innerService)
{
    public override Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request = start.Start(request);
        return logger.IsEnabled(LogLevel.Warning) ? LogAsync(request, cancellationToken) : InnerService.GenerateAsync(request, cancellationToken);
    }

    public override async IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(
        LLMRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request = start.Start(request);
        var log = Begin(request, isStream: true);
        var updates = InnerService.GenerateStreamAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await MoveNextAsync(updates, log).ConfigureAwait(false))
            {
                if (updates.Current.Response is { } response)
                {
                    log.Answer(response);
                }

                yield return updates.Current;
            }
        }
        finally
        {
            log.End();
            await updates.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<LLMResponse> LogAsync(LLMRequest request, CancellationToken cancellationToken)
    {
        var log = Begin(request, isStream: false);
        try
        {
            var response = await InnerService.GenerateAsync(request, cancellationToken).ConfigureAwait(false);
            log.Answer(response);
            return response;
        }
        catch (Exception exception) when (log.Fail(exception))
        {
            // Never reached: the filter only logs, so that every kind of failure is seen and none is caught.
            throw;
        }
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<LLMStreamUpdate> updates, CallLog log)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (log.Fail(exception))
        {
            // Never reached: the filter only logs, so that every kind of failure is seen and none is caught.
            throw;
        }
    }

    private CallLog Begin(LLMRequest request, bool isStream)
    {
        var log = new CallLog(logger, request.Call.Scope!);
        log.Begin(request, isStream);
        return log;
    }
}
