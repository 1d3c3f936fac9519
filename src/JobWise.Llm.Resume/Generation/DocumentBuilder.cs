namespace JobWise.Llm.Resume;

/// <summary>Builds the resume: every fact is copied from the profile, the judged texts go into their places, and only the order follows the job.</summary>
internal sealed class DocumentBuilder(MasterProfile profile, JobAnalysis analysis, Judgement judgement)
{
    public const string Experience = "Experience";

    private readonly MasterProfile _profile = profile;

    public TailoredDocument Build()
    {
        var order = new RelevanceOrder(analysis);
        return new TailoredDocument
        {
            Name = _profile.Basics.Name,
            Label = _profile.Basics.Label,
            Contact = [.. new[] { _profile.Basics.Email, _profile.Basics.Phone, _profile.Basics.Url, _profile.Basics.Place }.OfType<string>()],
            Summary = [.. judgement.Summary.Where(decision => decision.ResumeText is not null).Select(ToText)],
            KeySkills = [.. analysis.MatchedKeywords.Distinct(StringComparer.OrdinalIgnoreCase)],
            Skills = order.Skills(_profile.Skills),
            Sections = [.. Sections(order).Where(section => section.Entries.Count + section.Lines.Count > 0)],
        };
    }

    private IEnumerable<DocumentSection> Sections(RelevanceOrder order)
    {
        yield return new() { Title = Experience, Entries = [.. _profile.Work.Select(work => EntryFactory.Work(work, Bullets(work.Bullets, order)))] };
        yield return new() { Title = "Projects", Entries = [.. order.Projects(_profile.Projects).Select(project => EntryFactory.Project(project, Bullets(project.Bullets, order)))] };
        yield return new() { Title = "Education", Entries = [.. _profile.Education.Select(EntryFactory.Education)] };
        yield return new() { Title = "Volunteer", Entries = [.. _profile.Volunteer.Select(work => EntryFactory.Work(work, Bullets(work.Bullets, order)))] };
        yield return new() { Title = "Certificates", Entries = [.. _profile.Certificates.Select(EntryFactory.Credential)] };
        yield return new() { Title = "Awards", Entries = [.. _profile.Awards.Select(EntryFactory.Credential)] };
        yield return new() { Title = "Publications", Entries = [.. _profile.Publications.Select(EntryFactory.Credential)] };
        yield return new() { Title = "Languages", Lines = [.. _profile.Languages.Select(language => LineFactory.Of(language.Language, language.Fluency))] };
        yield return new() { Title = "Interests", Lines = [.. _profile.Interests.Select(LineFactory.Of)] };
        yield return new() { Title = "References", Lines = [.. _profile.References.Select(reference => LineFactory.Of(reference.Name, reference.Text))] };
        yield return new() { Title = "Profiles", Lines = [.. _profile.Basics.Profiles.Select(account => LineFactory.Of(null, account))] };
    }

    private TailoredText[] Bullets(IReadOnlyList<ProfileText> bullets, RelevanceOrder order) =>
        [.. order.Bullets(bullets).Select(bullet => ToText(judgement.Bullets[bullet.Id]))];

    private static TailoredText ToText(TextDecision decision) => new() { SourceIds = decision.SourceIds, Text = decision.ResumeText! };
}
