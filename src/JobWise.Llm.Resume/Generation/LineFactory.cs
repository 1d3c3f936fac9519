namespace JobWise.Llm.Resume;

/// <summary>Makes the lines of plain lists.</summary>
internal static class LineFactory
{
    public static DocumentLine Of(string? lead, string? text) => new() { Lead = lead, Text = text };

    public static DocumentLine Of(SkillGroup group) => group.Keywords.Count == 0
        ? Of(lead: null, group.Name)
        : Of(group.Name, string.Join(", ", group.Keywords));
}
