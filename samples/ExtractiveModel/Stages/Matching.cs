using System.Text.Json.Nodes;
using JobWise.Llm.Samples.Reading;
using JobWise.Llm.Samples.Terms;

namespace JobWise.Llm.Samples.Stages;

/// <summary>Stage 1: what the posting asks for, and how much of it each entry of the profile shows.</summary>
internal sealed class Matching
{
    private const int MostKeywords = 25;
    private readonly string _posting;
    private readonly PromptProfile _profile;
    private readonly IReadOnlyList<Term> _found;
    private readonly IReadOnlyList<Term> _missing;

    private Matching(string posting, PromptProfile profile)
    {
        _posting = posting;
        _profile = profile;
        var terms = PostingTerms.Find(posting).ToLookup(term => profile.Words.Contains(term.Text));
        _found = [.. terms[true]];
        // A plain word that the profile lacks is most often only another way to say something; a name or a phrase is not.
        _missing = [.. terms[false].Where(term => term.IsName || term.Text.Contains(' ', StringComparison.Ordinal))];
    }

    public static JsonObject Answer(string posting, string profile) => new Matching(posting, PromptProfile.Parse(profile)).Answer();

    private JsonObject Answer() => new()
    {
        ["job_requirements"] = Requirements(),
        ["ranked_experiences"] = Rank(_profile.Jobs),
        ["ranked_projects"] = Rank(_profile.Projects),
        ["recommended_skills"] = Texts(RecommendedSkills()),
        ["missing_skills"] = Texts(_missing.Where(term => term.IsName).Select(term => term.Text)),
    };

    private JsonObject Requirements()
    {
        var keywords = _found.Concat(_missing).OrderByDescending(term => term.Weight).Take(MostKeywords).ToArray();
        return new()
        {
            ["keywords"] = Texts(keywords.Select(term => term.Text)),
            ["required_skills"] = Texts(keywords.Where(term => term is { IsName: true, IsPreferred: false }).Select(term => term.Text)),
            ["preferred_skills"] = Texts(keywords.Where(term => term is { IsName: true, IsPreferred: true }).Select(term => term.Text)),
            ["soft_skills"] = Texts(PostingFacts.SoftSkills(_posting)),
            ["seniority_level"] = PostingFacts.Seniority(_posting),
            ["years_experience"] = PostingFacts.Years(_posting),
        };
    }

    private JsonArray Rank(IReadOnlyList<PromptEntry> entries)
    {
        var most = _found.Sum(term => term.Weight);
        var ranked =
            from entry in entries
            let shared = _found.Where(term => entry.Words.Contains(term.Text)).ToArray()
            let score = most == 0 ? 0 : Math.Round(shared.Sum(term => term.Weight) / most, 2)
            orderby score descending
            select new JsonObject
            {
                ["id"] = entry.Id,
                ["relevance_score"] = Math.Min(1, score),
                ["matching_keywords"] = Texts(shared.Select(term => term.Text)),
                ["reason"] = shared.Length == 0 ? "Shares no term with the posting." : $"Shares {shared.Length} of {_found.Count} terms with the posting.",
            };
        return [.. ranked];
    }

    private IEnumerable<string> RecommendedSkills()
    {
        var words = new WordSequence(_posting);
        return _profile.Skills.Where(words.Contains);
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];
}
