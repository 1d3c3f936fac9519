using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Pipeline;

/// <summary>Says once how one call ended.</summary>
internal sealed class CallLog(ILogger logger, LLMCallScope scope)
{
    private const string Unknown = "unknown";
    private const string None = "none";

    private bool _isOver;

    public void Begin(LLMRequest request, bool isStream)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            logger.Beginning(scope.CallId, request.Workflow, request.Model, CountOf(request), LengthOf(request), isStream);
        }
    }

    public void Answer(LLMResponse response)
    {
        _isOver = true;
        if (logger.IsEnabled(LogLevel.Information))
        {
            logger.Answered(
                scope.CallId,
                response.Route?.Instance,
                response.Model,
                response.Text.Length,
                response.FinishReason.Value,
                response.Usage?.PromptTokens ?? (object)Unknown,
                response.Usage?.CompletionTokens ?? (object)Unknown,
                response.Cost?.Usd ?? (object)Unknown,
                scope.Sends,
                scope.Elapsed.TotalMilliseconds);
        }
    }

    /// <summary>For an exception filter: logs and never catches.</summary>
    public bool Fail(Exception exception)
    {
        if (_isOver)
        {
            return false;
        }

        if (exception is OperationCanceledException)
        {
            End();
            return false;
        }

        _isOver = true;
        var facts = exception as LLMServiceException;
        logger.Failed(
            scope.CallId,
            exception.GetType().Name,
            facts?.Provider ?? None,
            facts?.Model ?? None,
            facts?.StatusCode ?? (object)None,
            facts?.ProviderCode ?? None,
            facts?.RequestId ?? None,
            scope.Sends,
            scope.Elapsed.TotalMilliseconds);
        return false;
    }

    /// <summary>The caller cancelled, or left a stream before its end.</summary>
    public void End()
    {
        if (!_isOver)
        {
            _isOver = true;
            logger.Ended(scope.CallId, scope.Elapsed.TotalMilliseconds);
        }
    }

    private static int CountOf(LLMRequest request) =>
        (request.Prompt is null ? request.Messages.Count : 1) + (request.SystemMessage is null ? 0 : 1);

    private static int LengthOf(LLMRequest request)
    {
        var length = (request.Prompt?.Length ?? 0) + (request.SystemMessage?.Length ?? 0);
        foreach (var message in request.Messages)
        {
            length += message.Text.Length;
        }

        return length;
    }
}
