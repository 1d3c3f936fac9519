namespace JobWise.Llm.Pipeline;

/// <summary>Puts the findings of several texts together.</summary>
internal static class InjectionReports
{
    public static LLMInjectionReport Of(IReadOnlyList<LLMGuardrailFinding> findings)
    {
        var score = 0.0;
        foreach (var message in findings.GroupBy(finding => finding.MessageIndex))
        {
            score = Math.Max(score, ScoreOf(message));
        }

        return new LLMInjectionReport { Score = score, Findings = findings };
    }

    /// <summary>The message with the highest score.</summary>
    public static int WorstMessageOf(LLMInjectionReport report) =>
        report.Findings.GroupBy(finding => finding.MessageIndex).MaxBy(ScoreOf)!.Key;

    /// <summary>The chance that at least one rule is right, were each right by its score and independent of the others.</summary>
    public static double ScoreOf(IEnumerable<LLMGuardrailFinding> findings)
    {
        var wrong = 1.0;
        foreach (var finding in findings)
        {
            wrong *= 1 - finding.Score;
        }

        return 1 - wrong;
    }
}
