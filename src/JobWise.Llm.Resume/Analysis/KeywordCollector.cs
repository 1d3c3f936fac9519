namespace JobWise.Llm.Resume;

/// <summary>Gathers the posting's keywords: what the model names and the posting confirms, and what code finds by itself.</summary>
internal sealed class KeywordCollector(ProfileIndex profile, JobPosting job)
{
    // More than these would make a resume a list of words.
    private const int MostKeywords = 40;

    private readonly List<JobKeyword> _keywords = [];
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    public List<ResumeFinding> Rejected { get; } = [];

    public IReadOnlyList<JobKeyword> Collect(Stage1Answer answer)
    {
        var wanted = answer.JobRequirements ?? new Stage1Requirements();
        AddFromModel(wanted.RequiredSkills, JobKeywordKind.Required);
        AddFromModel(wanted.PreferredSkills, JobKeywordKind.Preferred);
        AddFromModel(answer.MissingSkills, JobKeywordKind.Preferred);
        AddFromModel(wanted.Keywords, JobKeywordKind.Topic);
        AddFromModel(wanted.SoftSkills, JobKeywordKind.Soft);
        AddFoundByCode();
        return [.. _keywords.OrderBy(keyword => keyword.Kind).Take(MostKeywords)];
    }

    private void AddFromModel(List<string>? words, JobKeywordKind kind)
    {
        foreach (var word in words ?? [])
        {
            if (KeywordRules.Broken(word, job) is { } broken)
                Rejected.Add(broken);
            else
                Add(word, kind);
        }
    }

    // A tool that the posting names or a skill that the person lists is a keyword whether or not the model saw it.
    private void AddFoundByCode()
    {
        foreach (var match in KnownNames.FindAll(job.PlainText))
            Add(match.Name.Canonical, JobKeywordKind.Topic);
        foreach (var skill in profile.Skills)
        {
            if (KeywordRules.Broken(skill, job) is null)
                Add(skill, JobKeywordKind.Topic);
        }
    }

    private void Add(string word, JobKeywordKind kind)
    {
        if (KeywordMatcher.Find(job.PlainText, word) is not { } place || !_seen.Add(KeywordRules.Identity(word)))
            return;
        var spelling = VisibleText.Clean(place.In(job.PlainText))!;
        var (evidence, display) = KeywordEvidence.Of(word, profile);
        _keywords.Add(new JobKeyword { Text = spelling, Kind = kind, EvidenceIds = evidence, Display = display ?? spelling });
    }
}
