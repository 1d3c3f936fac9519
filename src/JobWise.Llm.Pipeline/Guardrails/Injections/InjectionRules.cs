namespace JobWise.Llm.Pipeline;

/// <summary>All rules, ready to match.</summary>
internal sealed class InjectionRules
{
    public InjectionRules(InjectionRuleDocument document) => All = [.. document.Rules.Select(entry => new InjectionRule(entry, Vocabulary))];

    /// <summary>Every word that some rule needs.</summary>
    public Vocabulary Vocabulary { get; } = new();

    public IReadOnlyList<InjectionRule> All { get; }
}
