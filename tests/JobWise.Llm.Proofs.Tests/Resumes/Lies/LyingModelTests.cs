using System.Text.Json.Nodes;

namespace JobWise.Llm.Proofs.Resumes.Lies;

public sealed class LyingModelTests
{
    private const string Profile = """
        {"summary":[{"id":"summary.1","text":"Builds things."}],
         "work":[{"id":"work-1","bullets":[{"id":"work-1.b1","text":"Cut costs by 30%"},{"id":"work-1.b2","text":"Ran jobs"}]},
                 {"id":"work-2","bullets":[{"id":"work-2.b1","text":"Wrote 12 services"}]}]}
        """;

    private const string Posting = "We use PostgreSQL and, on the cloud, AWS.";

    [Fact]
    public void Analyse_claims_tools_of_the_posting_and_ranks_what_does_not_exist()
    {
        var model = new LyingModel(seed: 0);

        var answer = JsonNode.Parse(model.Analyse(Profile, Posting))!;

        Assert.Contains("PostgreSQL", model.Told);
        Assert.Contains("AWS", model.Told);
        Assert.Contains("PostgreSQL", answer["recommended_skills"]!.AsArray().Select(skill => (string?)skill));
        Assert.Contains("work-99", answer["ranked_experiences"]!.AsArray().Select(rank => (string?)rank!["id"]));
        Assert.Contains(7.5, answer["ranked_experiences"]!.AsArray().Select(rank => (double)rank!["relevance_score"]!));
    }

    [Fact]
    public void Write_tells_every_kind_of_lie_over_the_seeds()
    {
        var texts = Enumerable.Range(0, 9).SelectMany(seed => Bullets(new LyingModel(seed))).ToList();

        Assert.Contains(texts, bullet => bullet == ("work-1.b1", "Cut costs by 300%"));
        Assert.Contains(texts, bullet => bullet == ("work-1.b1", "Ran jobs"));
        Assert.Contains(texts, bullet => bullet.Id == "work-77.b1");
        Assert.All(
            new[] { LieWords.Company, LieWords.Title, LieWords.School, LieWords.Tool, LieWords.Date },
            lie => Assert.Contains(texts, bullet => bullet.Text.Contains(lie, StringComparison.Ordinal)));
    }

    [Fact]
    public void Write_no_bullet_is_told_as_it_is() =>
        Assert.DoesNotContain(Bullets(new LyingModel(seed: 0)), bullet => bullet is ("work-1.b1", "Cut costs by 30%") or ("work-2.b1", "Wrote 12 services"));

    private static IEnumerable<(string? Id, string Text)> Bullets(LyingModel model) => JsonNode.Parse(model.Write(Profile))!["bullets"]!.AsArray()
        .Select(bullet => ((string?)bullet!["source_ids"]![0], (string)bullet["text"]!));
}
