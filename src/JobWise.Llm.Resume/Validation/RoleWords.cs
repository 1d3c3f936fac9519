using System.Collections.Frozen;

namespace JobWise.Llm.Resume;

/// <summary>Words that claim responsibility or rank; a new one is reported as such.</summary>
internal static class RoleWords
{
    private static readonly FrozenSet<string> Stems = new[]
    {
        "lead", "manage", "direct", "oversee", "head", "supervise", "drive", "own", "founded", "founder", "chair", "architect", "pioneer", "spearhead",
        "champion", "orchestrate", "senior", "principal", "chief", "director", "executive", "manager", "owner", "design", "final", "sole", "solely",
    }.Select(WordStems.Of).ToFrozenSet();

    public static bool Contains(string stem) => Stems.Contains(stem);
}
