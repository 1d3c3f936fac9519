using System.Globalization;

namespace JobWise.Llm.Pipeline;

/// <summary>What a refused caller is told: what was found where, and the cure; never a text of the request.</summary>
internal static class GuardrailRefusals
{
    private const string Section = PipelineSection.Path + ":Guardrails:";

    public static LLMGuardrailException OfSize(LLMRequest request, int messageIndex, int length, int most) => Refuse(
        request,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{MessageText.NameOf(request, messageIndex)} has {length} characters, more than the {most} that {Section}MaxMessageCharacters allows. Shorten it, or allow more there or for its workflow."),
        ["input.size"]);

    public static LLMGuardrailException OfInjection(LLMRequest request, LLMInjectionReport report, bool isByHook)
    {
        var worst = InjectionReports.WorstMessageOf(report);
        string[] rules = [.. report.Findings.Where(finding => finding.MessageIndex == worst).Select(finding => finding.RuleId)];
        return Refuse(
            request,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{MessageText.NameOf(request, worst)} looks like a prompt injection: score {report.Score:0.00}, rules {string.Join(", ", rules)}. ")
                + (isByHook
                    ? "LLMPipelineOptions.Guardrails.InjectionHook refused it. Take out what reads like an order to the model."
                    : $"Take out what reads like an order to the model, or raise {Section}InjectionThreshold, or set {Section}Injection to Log."),
            [.. report.Findings.Select(finding => finding.RuleId).Distinct(StringComparer.Ordinal)],
            report.Score);
    }

    public static LLMGuardrailException OfSecret(LLMRequest request, int messageIndex, IReadOnlyList<SecretFinding> findings) => Refuse(
        request,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{MessageText.NameOf(request, messageIndex)} holds {findings[0].RuleId} ({findings[0].Length} characters). Take it out, or set {Section}Secrets to Redact or Log."),
        [.. findings.Select(finding => finding.RuleId).Distinct(StringComparer.Ordinal)]);

    private static LLMGuardrailException Refuse(LLMRequest request, string message, IReadOnlyList<string> rules, double? score = null) =>
        new(message, rules, score, new LLMErrorDetails { Model = request.Model }) { Sends = request.Call.Scope?.Sends };
}
