using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Pipeline;

/// <summary>Looks at what goes out and at what comes back. Where nothing is found, the request and the answer pass as they are.</summary>
internal sealed class GuardrailLLMService(ILLMService innerService, CurrentSettings settings, ILogger logger)
    : DelegatingLLMService(innerService)
{
    private readonly Lazy<InputGuard> _input = new(() => new InputGuard(logger));

    public override Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var guards = GuardrailSettings.Of(request, PipelineSettings.Of(request, settings).Options.Guardrails);
        if (InputLook.Look(request, guards, _input.Value.Wake) != WakeReasons.None)
        {
            return ReadAndGenerateAsync(request, guards, cancellationToken);
        }

        var answer = InnerService.GenerateAsync(Prepare(request, guards), cancellationToken);
        return !guards.ChecksOutput ? answer
            : answer.IsCompletedSuccessfully ? Check(request, answer, guards)
            : CheckAsync(request, answer);
    }

    public override async IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(
        LLMRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var guards = GuardrailSettings.Of(request, PipelineSettings.Of(request, settings).Options.Guardrails);
        List<LLMWarning> warnings = [];
        if (InputLook.Look(request, guards, _input.Value.Wake) != WakeReasons.None)
        {
            request = await _input.Value.ReadAsync(request, guards, warnings, cancellationToken).ConfigureAwait(false);
        }

        var held = guards.BufferStreams ? new HeldStream() : null;
        await foreach (var update in InnerService.GenerateStreamAsync(Prepare(request, guards), cancellationToken).ConfigureAwait(false))
        {
            if (update.Response is { } response)
            {
                var answer = Warn(OutputGuard.Check(request, response, guards), warnings);
                foreach (var kept in held?.Release(answer) ?? [])
                {
                    yield return kept;
                }

                yield return ReferenceEquals(answer, response) ? update : LLMStreamUpdate.ForCompleted(answer);
            }
            else if (held is null)
            {
                yield return update;
            }
            else
            {
                held.Add(update);
            }
        }
    }

    /// <summary>An answer that will be rejected must not be cached.</summary>
    private static LLMRequest Prepare(LLMRequest request, in GuardrailSettings guards) =>
        guards.InvalidJson == LLMGuardrailAction.Reject && JsonCheck.IsAsked(request)
            ? request with { Call = request.Call with { Accept = JsonCheck.Accepts } }
            : request;

    /// <summary>An answer that is already here, as from a cache, costs no further task where nothing is wrong with it.</summary>
    private static Task<LLMResponse> Check(LLMRequest request, Task<LLMResponse> answer, in GuardrailSettings guards)
    {
        var response = answer.GetAwaiter().GetResult();
        var check = OutputGuard.Check(request, response, guards);
        return ReferenceEquals(check, response) ? answer : Task.FromResult(check);
    }

    // Finds the guards anew, the same ones, rather than keep them in memory for as long as the answer takes.
    private async Task<LLMResponse> CheckAsync(LLMRequest request, Task<LLMResponse> answer)
    {
        var response = await answer.ConfigureAwait(false);
        return OutputGuard.Check(request, response, GuardrailSettings.Of(request, PipelineSettings.Of(request, settings).Options.Guardrails));
    }

    private static LLMResponse Warn(LLMResponse response, List<LLMWarning> warnings) =>
        warnings.Count == 0 ? response : response with { Warnings = [.. response.Warnings, .. warnings] };

    private async Task<LLMResponse> ReadAndGenerateAsync(LLMRequest request, GuardrailSettings guards, CancellationToken cancellationToken)
    {
        List<LLMWarning> warnings = [];
        var read = await _input.Value.ReadAsync(request, guards, warnings, cancellationToken).ConfigureAwait(false);
        var response = await InnerService.GenerateAsync(Prepare(read, guards), cancellationToken).ConfigureAwait(false);
        return Warn(OutputGuard.Check(read, response, guards), warnings);
    }
}
