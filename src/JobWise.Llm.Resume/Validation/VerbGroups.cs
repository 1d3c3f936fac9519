using System.Collections.Frozen;

namespace JobWise.Llm.Resume;

/// <summary>
/// The closed list of verbs that may stand for each other. A verb outside of it, or of a group that the source does not use, is new content:
/// who maintained something did not design it.
/// </summary>
internal static class VerbGroups
{
    public const string Help = "help";
    public const string Collaborate = "collaborate";
    public const string Lead = "lead";

    private static readonly FrozenDictionary<string, string[]> ByStem = new Dictionary<string, string>
    {
        ["create"] = "build create develop implement write produce make establish construct set craft deliver",
        ["improve"] = "improve enhance optimize tune refine streamline",
        ["reduce"] = "reduce lower cut decrease shorten trim",
        ["increase"] = "increase raise grow boost lift",
        ["maintain"] = "maintain support operate",
        ["perform"] = "conduct perform run carry execute undertake",
        [Lead] = "lead manage direct oversee head supervise drive",
        [Help] = "assist support help contribute aid",
        [Collaborate] = "collaborate partner cooperate work",
        ["teach"] = "train teach coach mentor guide",
        ["analyze"] = "analyze examine evaluate assess",
        ["use"] = "use leverage utilize employ apply",
        ["organize"] = "organize coordinate",
        ["win"] = "secure win obtain",
        ["find"] = "identify find discover",
        ["deploy"] = "deploy ship release",
        ["monitor"] = "monitor track",
        ["check"] = "verify validate check",
    }
        .SelectMany(group => group.Value.Split(' ').Select(verb => (Stem: WordStems.Of(verb), Group: group.Key)))
        .GroupBy(pair => pair.Stem)
        .ToFrozenDictionary(pairs => pairs.Key, pairs => pairs.Select(pair => pair.Group).ToArray());

    private static readonly FrozenSet<string> IrregularPast = FrozenSet.ToFrozenSet(
        ["led", "built", "wrote", "ran", "grew", "drove", "taught", "made", "oversaw", "won", "held", "cut", "set", "found"], StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<string> Of(string stem) => ByStem.TryGetValue(stem, out var groups) ? groups : [];

    public static bool IsPast(string word) => word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || IrregularPast.Contains(word);

    /// <summary>Whether the word does something at its place: "led", "managing", "and support", but not "sales leads" or "customer support".</summary>
    public static bool IsVerb(IReadOnlyList<TextToken> tokens, int at)
    {
        var word = tokens[at].Text;
        return tokens[at].BeginsSentence
            || IsPast(word)
            || word.EndsWith("ing", StringComparison.OrdinalIgnoreCase)
            || (at > 0 && (tokens[at - 1].Text.Equals("and", StringComparison.OrdinalIgnoreCase) || tokens[at - 1].Text.Equals("to", StringComparison.OrdinalIgnoreCase)));
    }
}
