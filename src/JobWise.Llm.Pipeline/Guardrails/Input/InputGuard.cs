using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Pipeline;

/// <summary>Reads the texts of a request that the quick look could not let go, and does with what it finds what the options say.</summary>
internal sealed class InputGuard
{
    private readonly Lazy<InjectionScan> _injections;
    private readonly ILogger _logger;

    public InputGuard(ILogger logger)
    {
        Wake = new TextWake(new WakeWords([.. InjectionData.ReadWakeWords(), .. SecretForms.WakeWords]));
        _injections = new Lazy<InjectionScan>(() => new InjectionScan(new InjectionRules(InjectionData.ReadRules()), Wake));
        _logger = logger;
    }

    public TextWake Wake { get; }

    /// <summary>The request to send: the same one, or one without its secrets.</summary>
    /// <param name="request">What the caller asks.</param>
    /// <param name="guards">The guardrails of this call.</param>
    /// <param name="warnings">Gets a warning where the request was changed.</param>
    /// <param name="cancellationToken">For the hook.</param>
    /// <exception cref="LLMGuardrailException">The request was refused.</exception>
    public async ValueTask<LLMRequest> ReadAsync(
        LLMRequest request, GuardrailSettings guards, ICollection<LLMWarning> warnings, CancellationToken cancellationToken)
    {
        var report = InjectionReports.Of(FindInjections(request, guards));
        if (report.Score >= guards.InjectionThreshold)
        {
            Note(request, report);
            await ActAsync(request, report, guards, cancellationToken).ConfigureAwait(false);
        }

        return guards.Secrets == LLMGuardrailAction.Off ? request : ReadSecrets(request, guards.Secrets, warnings);
    }

    private static async ValueTask ActAsync(LLMRequest request, LLMInjectionReport report, GuardrailSettings guards, CancellationToken cancellationToken)
    {
        var isByHook = guards.Injection == LLMGuardrailAction.Hook;
        var isRefused = isByHook
            ? !await guards.Hook!(request, report, cancellationToken).ConfigureAwait(false)
            : guards.Injection == LLMGuardrailAction.Reject;
        if (isRefused)
        {
            throw GuardrailRefusals.OfInjection(request, report, isByHook);
        }
    }

    private List<LLMGuardrailFinding> FindInjections(LLMRequest request, GuardrailSettings guards)
    {
        List<LLMGuardrailFinding> findings = [];
        foreach (var text in MessageText.AllOf(request))
        {
            if ((InputLook.Look(text.Text, text.Role, guards, Wake) & (WakeReasons.Word | WakeReasons.Shape)) != WakeReasons.None)
            {
                findings.AddRange(_injections.Value.Scan(text.Text, text.MessageIndex));
            }
        }

        return findings;
    }

    private LLMRequest ReadSecrets(LLMRequest request, LLMGuardrailAction action, ICollection<LLMWarning> warnings)
    {
        var found = 0;
        foreach (var text in MessageText.AllOf(request))
        {
            var secrets = SecretScan.Scan(text.Text);
            found += secrets.Count;
            Note(request, text.MessageIndex, secrets);
            if (secrets.Count > 0 && action == LLMGuardrailAction.Reject)
            {
                throw GuardrailRefusals.OfSecret(request, text.MessageIndex, secrets);
            }
        }

        if (found == 0 || action != LLMGuardrailAction.Redact)
        {
            return request;
        }

        warnings.Add(SecretRedaction.Warn(found));
        return SecretRedaction.Redact(request);
    }

    private void Note(LLMRequest request, LLMInjectionReport report)
    {
        var rules = string.Join(", ", report.Findings.Select(finding => $"{finding.RuleId} in message {finding.MessageIndex} ({finding.Form})"));
        _logger.InjectionSuspected(request.Call.Scope?.CallId ?? Guid.Empty, report.Score, rules);
    }

    private void Note(LLMRequest request, int messageIndex, List<SecretFinding> secrets)
    {
        foreach (var secret in secrets)
        {
            _logger.SecretInPrompt(request.Call.Scope?.CallId ?? Guid.Empty, messageIndex, secret.RuleId, secret.Length);
        }
    }
}
