namespace JobWise.Llm.Pipeline;

/// <summary>Looks for signs of a prompt injection in every form in which a text may be read. Safe for concurrent use.</summary>
internal sealed class InjectionScan(InjectionRules rules, TextWake wake)
{
    /// <summary>How much surer a hit is that wore a disguise.</summary>
    private const double Disguise = 0.2;
    private const string Spaced = "spaced";
    private const int LongJoinedWord = 12;

    /// <summary>All rules that hold, each once, with the first form in which it does.</summary>
    public List<LLMGuardrailFinding> Scan(string text, int messageIndex)
    {
        List<LLMGuardrailFinding> findings = [];
        foreach (var (form, folded) in TextForms.Of(text, wake))
        {
            Match(folded, PlainWords.Of(folded), form, messageIndex, findings);
        }

        if (SpacedLetters.Join(Folding.Fold(text)) is { } joined)
        {
            var words = PlainWords.Of(joined);
            Match(joined, words, Spaced, messageIndex, findings);
            MatchJoined(words, messageIndex, findings);
        }

        return findings;
    }

    private void Match(string folded, string words, string form, int messageIndex, List<LLMGuardrailFinding> findings)
    {
        var found = rules.Vocabulary.FindIn(words);
        foreach (var rule in rules.All)
        {
            if (rule.Matches(rule.Kind == InjectionRuleKind.Marks ? folded : words, found))
            {
                Add(rule, form, messageIndex, findings);
            }
        }
    }

    private void MatchJoined(string words, int messageIndex, List<LLMGuardrailFinding> findings)
    {
        foreach (var word in words.Split(' ').Where(word => word.Length >= LongJoinedWord))
        {
            foreach (var rule in rules.All.Where(rule => rule.MatchesSqueezed(word)))
            {
                Add(rule, Spaced, messageIndex, findings);
            }
        }
    }

    private static void Add(InjectionRule rule, string form, int messageIndex, List<LLMGuardrailFinding> findings)
    {
        if (!findings.Exists(finding => finding.RuleId == rule.Id))
        {
            var score = form == LLMGuardrailFinding.Plain ? rule.Score : Math.Min(1, rule.Score + Disguise);
            findings.Add(new LLMGuardrailFinding { RuleId = rule.Id, Score = score, MessageIndex = messageIndex, Form = form });
        }
    }
}
