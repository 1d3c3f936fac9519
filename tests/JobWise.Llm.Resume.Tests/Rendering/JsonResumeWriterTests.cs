using System.Text.Json.Nodes;

namespace JobWise.Llm.Resume.Rendering;

public class JsonResumeWriterTests
{
    [Fact]
    public async Task Write_unknown_properties_stay_and_only_order_and_words_change()
    {
        var resume = await Some.TailorAsync(new MockLLMService().AnswerByDefault("{}"));

        var json = JsonNode.Parse(JsonResumeWriter.Write(resume))!;

        var expected = JsonNode.Parse(Some.ProfileJson)!;
        expected["work"]![0]!["highlights"] = new JsonArray("Built 5 services in Python and PostgreSQL", "Mentored 3 junior developers", "Assisted in budget planning");
        expected["work"]![1]!["highlights"] = new JsonArray("Ran k8s clusters with up to 40 nodes", "Maintained network infrastructure");
        expected["skills"] = JsonNode.Parse(
            """[{ "name": "Backend", "level": "Expert", "keywords": ["Python", "PostgreSQL", "Redis"] }, { "name": "Office", "keywords": ["Excel"] }]""");
        Assert.True(JsonNode.DeepEquals(expected, json), json.ToJsonString());
    }

    [Fact]
    public async Task Write_output_is_read_again_with_the_same_facts()
    {
        foreach (var file in Some.Resumes())
        {
            var profile = await JsonResumeReader.ReadFileAsync(file);
            var resume = await Some.TailorAsync(VerbatimModel.Create(), profile);

            var again = JsonResumeReader.Read(JsonResumeWriter.Write(resume));

            Assert.Equal(profile.Work.Select(work => (work.Company, work.Position, work.Dates)), again.Work.Select(work => (work.Company, work.Position, work.Dates)));
            Assert.Equal(
                profile.Work.SelectMany(work => work.Bullets).Select(bullet => bullet.Text).Order(),
                again.Work.SelectMany(work => work.Bullets).Select(bullet => bullet.Text).Order());
        }
    }

    [Fact]
    public async Task Write_a_profile_with_trailing_commas_and_comments_is_written_without_them()
    {
        var profile = JsonResumeReader.Read(
            """{ "basics": { "name": "Ada Example", }, /* jobs */ "work": [{ "name": "Acme Ltd", "highlights": ["Built services in Python",], },], }""");
        var resume = await Some.TailorAsync(VerbatimModel.Create(), profile);

        var json = JsonNode.Parse(JsonResumeWriter.Write(resume))!;

        var expected = JsonNode.Parse("""{ "basics": { "name": "Ada Example" }, "work": [{ "name": "Acme Ltd", "highlights": ["Built services in Python"] }] }""");
        Assert.True(JsonNode.DeepEquals(expected, json), json.ToJsonString());
    }
}
