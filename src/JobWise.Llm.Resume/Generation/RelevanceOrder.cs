namespace JobWise.Llm.Resume;

/// <summary>Puts what the job asks for first. Ties keep the person's own order; jobs and schools are never reordered.</summary>
internal sealed class RelevanceOrder
{
    private readonly Dictionary<string, int> _weights = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _scores;
    private readonly HashSet<string> _wanted;

    public RelevanceOrder(JobAnalysis analysis)
    {
        foreach (var keyword in analysis.Keywords)
        {
            foreach (var id in keyword.EvidenceIds)
                _weights[id] = _weights.GetValueOrDefault(id) + WeightOf(keyword.Kind);
        }

        _scores = analysis.RankedEntries.ToDictionary(entry => entry.Id, entry => entry.Score);
        _wanted = analysis.RecommendedSkills.ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public IEnumerable<ProfileText> Bullets(IReadOnlyList<ProfileText> bullets) =>
        bullets.OrderByDescending(bullet => _weights.GetValueOrDefault(bullet.Id));

    public IEnumerable<ProjectEntry> Projects(IReadOnlyList<ProjectEntry> projects) =>
        projects.OrderByDescending(project => _scores.GetValueOrDefault(project.Id));

    public IReadOnlyList<SkillGroup> Skills(IReadOnlyList<SkillGroup> groups) =>
    [
        .. groups
            .Select(group => group with { Keywords = [.. group.Keywords.OrderByDescending(_wanted.Contains)] })
            .OrderByDescending(group => ProfileIndex.SkillsOf(group).Any(_wanted.Contains)),
    ];

    private static int WeightOf(JobKeywordKind kind) => kind switch
    {
        JobKeywordKind.Required => 4,
        JobKeywordKind.Preferred => 3,
        JobKeywordKind.Topic => 2,
        _ => 1,
    };
}
