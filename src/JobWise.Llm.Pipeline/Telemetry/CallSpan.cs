using System.Diagnostics;

namespace JobWise.Llm.Pipeline;

/// <summary>The span and the metrics of one call. Holds no text of a prompt or an answer.</summary>
internal sealed class CallSpan : IDisposable
{
    private readonly CallInstruments _instruments;
    private readonly TimeProvider _timeProvider;
    private readonly LLMRequest _request;
    private readonly Activity? _activity;
    private readonly long _startedAt;
    private readonly int _sendsBefore;
    private bool _isOver;

    public CallSpan(CallInstruments instruments, LLMRequest request, bool isStream, TimeProvider timeProvider)
    {
        (_instruments, _request, _timeProvider) = (instruments, request, timeProvider);
        _startedAt = timeProvider.GetTimestamp();
        _sendsBefore = Sends;
        _activity = instruments.Source.StartActivity(Name(request.Model), ActivityKind.Client);
        _activity?.SetTag(TelemetryNames.Operation, TelemetryNames.Chat);
        Tag(TelemetryNames.RequestModel, request.Model);
        Tag(TelemetryNames.Workflow, request.Workflow);
        Tag(TelemetryNames.MaxTokens, request.MaxTokens);
        Tag(TelemetryNames.Temperature, request.Temperature);
        Tag(TelemetryNames.Stream, isStream ? true : null);
    }

    /// <summary>Of the whole scope, so that those of a JSON call's first ask are there when the re-ask begins.</summary>
    private int Sends => _request.Call.Scope?.Sends ?? 0;

    public void Answer(LLMResponse response)
    {
        _isOver = true;
        var model = response.Route?.RequestedModel ?? _request.Model;
        var tags = Tags(response.Provider, model);
        tags.Add(TelemetryNames.ResponseModel, response.Model);
        _instruments.Answered(response, Sends - _sendsBefore, tags, _timeProvider.GetElapsedTime(_startedAt));
        if (_activity is null)
        {
            return;
        }

        _activity.DisplayName = Name(model);
        Tag(TelemetryNames.RequestModel, model);
        Tag(TelemetryNames.Provider, response.Provider);
        Tag(TelemetryNames.ResponseModel, response.Model);
        Tag(TelemetryNames.ResponseId, response.ResponseId);
        Tag(TelemetryNames.FinishReasons, new[] { response.FinishReason.Value });
        Tag(TelemetryNames.InputTokens, response.Usage?.PromptTokens);
        Tag(TelemetryNames.OutputTokens, response.Usage?.CompletionTokens);
        Tag(TelemetryNames.CachedTokens, response.Usage?.CachedTokens);
        Tag(TelemetryNames.ReasoningTokens, response.Usage?.ReasoningTokens);
        Tag(TelemetryNames.CallId, response.Route?.CallId.ToString());
        Tag(TelemetryNames.Instance, response.Route?.Instance);
        Tag(TelemetryNames.Sends, response.Route?.Sends);
        Tag(TelemetryNames.CostUsd, (double?)response.Cost?.Usd);
        Tag(TelemetryNames.CacheHit, response.IsCached ? true : null);
    }

    /// <summary>For an exception filter: records and never catches.</summary>
    public bool Fail(Exception exception)
    {
        if (_isOver)
        {
            return false;
        }

        _isOver = true;
        var facts = exception as LLMServiceException;
        var type = exception is OperationCanceledException ? "cancelled" : exception.GetType().FullName!;
        var tags = Tags(facts?.Provider, facts?.Model ?? _request.Model);
        tags.Add(TelemetryNames.ErrorType, type);
        var scope = _request.Call.Scope;
        _instruments.Failed(Sends - _sendsBefore, tags, _timeProvider.GetElapsedTime(_startedAt));
        Tag(TelemetryNames.ErrorType, type);
        Tag(TelemetryNames.Provider, facts?.Provider);
        Tag(TelemetryNames.CallId, scope?.CallId.ToString());
        Tag(TelemetryNames.Sends, scope?.Sends);
        // No description: a vendor's message may quote the prompt.
        _activity?.SetStatus(ActivityStatusCode.Error);
        return false;
    }

    /// <summary>Ends the span; a stream that its consumer left counts as cancelled.</summary>
    public void Dispose()
    {
        if (!_isOver)
        {
            Fail(new OperationCanceledException());
        }

        _activity?.Dispose();
    }

    private static string Name(string? model) => model is null ? TelemetryNames.Chat : $"{TelemetryNames.Chat} {model}";

    private TagList Tags(string? provider, string? model)
    {
        var tags = new TagList { { TelemetryNames.Operation, TelemetryNames.Chat } };
        if (provider is not null)
        {
            tags.Add(TelemetryNames.Provider, provider);
        }

        if (model is not null)
        {
            tags.Add(TelemetryNames.RequestModel, model);
        }

        if (_request.Workflow is not null)
        {
            tags.Add(TelemetryNames.Workflow, _request.Workflow);
        }

        return tags;
    }

    private void Tag(string name, object? value)
    {
        if (value is not null)
        {
            _activity?.SetTag(name, value);
        }
    }
}
