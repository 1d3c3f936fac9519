using System.Globalization;

namespace JobWise.Llm.Pipeline;

/// <summary>The range of every setting of the guardrails, once for configuration and code.</summary>
internal static class GuardrailRules
{
    private const string Options = nameof(LLMPipelineOptions) + ".Guardrails.";

    public static Rule<int> Characters { get; } = new(
        "a whole number from 0 (no limit) to 100000000, such as 50000", TryWhole, value => value is >= 0 and <= 100_000_000);

    public static Rule<double> Threshold { get; } = new("a number above 0 and up to 1, such as 0.5", TryNumber, value => value is > 0 and <= 1);

    public static Rule<LLMGuardrailAction> Injection { get; } = new(
        "Off, Log, Reject or Hook",
        TryAction,
        value => value is LLMGuardrailAction.Off or LLMGuardrailAction.Log or LLMGuardrailAction.Reject or LLMGuardrailAction.Hook);

    public static Rule<LLMGuardrailAction> Secrets { get; } = new(
        "Off, Log, Reject or Redact",
        TryAction,
        value => value is LLMGuardrailAction.Off or LLMGuardrailAction.Log or LLMGuardrailAction.Reject or LLMGuardrailAction.Redact);

    public static Rule<LLMGuardrailAction> InvalidJson { get; } = new(
        "Off, Log or Reject", TryAction, value => value is LLMGuardrailAction.Off or LLMGuardrailAction.Log or LLMGuardrailAction.Reject);

    public static IEnumerable<string?> FindProblems(LLMGuardrailOptions options)
    {
        yield return Characters.Check(Options + "MaxMessageCharacters", options.MaxMessageCharacters);
        yield return Injection.Check(Options + "Injection", options.Injection);
        yield return Threshold.Check(Options + "InjectionThreshold", options.InjectionThreshold);
        yield return Secrets.Check(Options + "Secrets", options.Secrets);
        yield return InvalidJson.Check(Options + "InvalidJson", options.InvalidJson);
        foreach (var problem in options.Workflows.SelectMany(workflow => FindProblems(workflow.Key, workflow.Value)))
        {
            yield return problem;
        }

        yield return FindProblemOfHook(options);
    }

    private static IEnumerable<string?> FindProblems(string workflow, LLMWorkflowGuardrailOptions options)
    {
        var key = $"{Options}Workflows[\"{workflow}\"].";
        yield return options.MaxMessageCharacters is { } characters ? Characters.Check(key + "MaxMessageCharacters", characters) : null;
        yield return options.Injection is { } injection ? Injection.Check(key + "Injection", injection) : null;
        yield return options.InjectionThreshold is { } threshold ? Threshold.Check(key + "InjectionThreshold", threshold) : null;
        yield return options.Secrets is { } secrets ? Secrets.Check(key + "Secrets", secrets) : null;
        yield return options.InvalidJson is { } json ? InvalidJson.Check(key + "InvalidJson", json) : null;
    }

    private static string? FindProblemOfHook(LLMGuardrailOptions options)
    {
        var hooked = options.Injection == LLMGuardrailAction.Hook ? PipelineSection.Path + ":Guardrails:Injection"
            : options.Workflows.FirstOrDefault(workflow => workflow.Value.Injection == LLMGuardrailAction.Hook) is { Key: { } name }
                ? $"{PipelineSection.Path}:Guardrails:Workflows:{name}:Injection"
            : null;
        return hooked is null || options.InjectionHook is not null ? null
            : $"{hooked} is 'Hook', and there is no hook. Set LLMPipelineOptions.Guardrails.InjectionHook in code, or choose Off, Log or Reject.";
    }

    private static bool TryWhole(string text, out int value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static bool TryNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    /// <summary>By name only: a number would pass <c>Enum.TryParse</c>.</summary>
    private static bool TryAction(string text, out LLMGuardrailAction value)
    {
        value = default;
        return char.IsAsciiLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out value);
    }
}
