using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>The guardrails of one call: those of its workflow over the common ones.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct GuardrailSettings(LLMGuardrailOptions common, LLMWorkflowGuardrailOptions? own)
{
    public int MaxMessageCharacters { get; } = own?.MaxMessageCharacters ?? common.MaxMessageCharacters;

    public LLMGuardrailAction Injection { get; } = own?.Injection ?? common.Injection;

    public double InjectionThreshold { get; } = own?.InjectionThreshold ?? common.InjectionThreshold;

    public bool ScanAllRoles { get; } = own?.ScanAllRoles ?? common.ScanAllRoles;

    public Func<LLMRequest, LLMInjectionReport, CancellationToken, ValueTask<bool>>? Hook { get; } = common.InjectionHook;

    public LLMGuardrailAction Secrets { get; } = own?.Secrets ?? common.Secrets;

    public bool TrimOutput { get; } = own?.TrimOutput ?? common.TrimOutput;

    public bool CleanOutput { get; } = own?.CleanOutput ?? common.CleanOutput;

    public LLMGuardrailAction InvalidJson { get; } = own?.InvalidJson ?? common.InvalidJson;

    public bool BufferStreams { get; } = own?.BufferStreams ?? common.BufferStreams;

    public bool ChecksOutput => TrimOutput || CleanOutput || InvalidJson != LLMGuardrailAction.Off;

    public static GuardrailSettings Of(LLMRequest request, LLMGuardrailOptions options) =>
        new(options, request.Workflow is { } name ? options.Workflows.GetValueOrDefault(name) : null);
}
