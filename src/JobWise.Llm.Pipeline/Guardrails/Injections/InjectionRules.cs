using System.Text.Json;

namespace JobWise.Llm.Pipeline;

/// <summary>All rules, read once from the data that is embedded in this assembly.</summary>
internal sealed class InjectionRules
{
    private const string Resource = "JobWise.Llm.injections.json";

    private InjectionRules(InjectionRuleDocument document)
    {
        All = [.. document.Rules.Select(entry => new InjectionRule(entry, Vocabulary))];
        WakeWords =
        [
            .. document.Wake.Select(word => new WakeWord(word, WakeWordKind.Alone)),
            .. document.WakeTogether.Select(word => new WakeWord(word, WakeWordKind.Together)),
        ];
    }

    public Vocabulary Vocabulary { get; } = new();

    public IReadOnlyList<InjectionRule> All { get; }

    /// <summary>Text in ASCII without these needs no reading, unless its shape is odd.</summary>
    public IReadOnlyList<WakeWord> WakeWords { get; }

    public static InjectionRules Load()
    {
        using var stream = typeof(InjectionRules).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks the resource '{Resource}'.");
        return new InjectionRules(JsonSerializer.Deserialize(stream, InjectionJsonContext.Default.InjectionRuleDocument)
            ?? throw new InvalidOperationException($"The resource '{Resource}' is empty."));
    }
}
