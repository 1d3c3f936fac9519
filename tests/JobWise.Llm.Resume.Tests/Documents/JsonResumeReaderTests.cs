namespace JobWise.Llm.Resume.Documents;

public class JsonResumeReaderTests
{
    [Theory]
    [InlineData("", "cv.json is empty: put a JSON Resume document into it (https://jsonresume.org/schema).")]
    [InlineData("  \n", "cv.json is empty: put a JSON Resume document into it (https://jsonresume.org/schema).")]
    [InlineData("{\n  \"basics\": {,", "cv.json is not valid JSON at line 2, column 14: mend the text there.")]
    [InlineData("[]", "cv.json holds a list, but a JSON Resume document is an object: begin it with { and end it with }.")]
    [InlineData("{ \"work\": [{ \"name\": \"Acme\" }] }", "cv.json has no basics.name: add it, it is the heading of the resume.")]
    [InlineData(
        "{ \"basics\": { \"name\": \"Ada\" }, \"work\": [], \"education\": [{ \"institution\": \"Leeds\" }] }",
        "cv.json has no work, projects or volunteer entries, so there is nothing to tailor: add at least one entry to \"work\".")]
    [InlineData("{ \"basics\": { \"name\": \"Ada\" }, \"work\": {} }", "cv.json: work is an object, but must be a list: change it there.")]
    [InlineData("{ \"basics\": { \"name\": true } }", "cv.json: basics.name is true or false, but must be a text: change it there.")]
    [InlineData("{ \"basics\": { \"name\": \"Ada\" }, \"work\": [{}, \"x\"] }", "cv.json: work[1] is a text, but must be an object: change it there.")]
    [InlineData(
        "{ \"basics\": { \"name\": \"Ada\" }, \"work\": [{ \"highlights\": [[]] }] }",
        "cv.json: work[0].highlights[0] is a list, but must be a text: change it there.")]
    [InlineData(
        "{\n\"basics\": { \"name\": \"Ada\", \"name\": \"Eve\" }, \"work\": [{}] }",
        "cv.json names a member twice, so it is not clear which value counts: keep one of the two.")]
    [InlineData(
        "{ \"basics\": { \"name\": \"Ada \\ud800\" }, \"work\": [{}] }",
        "cv.json: basics.name has half of a character written as \\uXXXX: write it in full or remove it.")]
    public void Read_unusable_input_says_where_and_what_to_do(string json, string message)
    {
        var error = Assert.Throws<ResumeInputException>(() => JsonResumeReader.Read(json, "cv.json"));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Read_entries_and_bullets_get_ids_by_their_place()
    {
        var profile = JsonResumeReader.Read("""{ "basics": { "name": "Ada" }, "work": [{}, { "highlights": ["One", " ", "Three"] }] }""");

        Assert.Equal(["work-2.b1", "work-2.b3"], profile.Work[1].Bullets.Select(bullet => bullet.Id));
    }

    [Fact]
    public void Read_older_property_names_are_read()
    {
        var profile = JsonResumeReader.Read(
            """{ "basics": { "name": "Ada", "website": "https://ada.example" }, "work": [{ "company": "Acme", "website": "https://acme.example" }] }""");

        Assert.Equal("https://ada.example", profile.Basics.Url);
        Assert.Equal(("Acme", "https://acme.example"), (profile.Work[0].Company, profile.Work[0].Url));
    }

    [Fact]
    public void Read_unknown_properties_stay_in_the_source()
    {
        var profile = Some.Profile();

        Assert.Equal("Payments", profile.Source.GetProperty("work")[0].GetProperty("x-team").GetString());
    }

    [Fact]
    public void Read_numbers_are_taken_as_written_and_comments_are_allowed()
    {
        var profile = JsonResumeReader.Read(
            """{ "basics": { "name": "Ada" }, /* now */ "work": [{ "name": "Acme", "startDate": 2021 }], "education": [{ "score": 3.80 }], }""");

        Assert.Equal(("2021", "3.80"), (profile.Work[0].Dates.Start, profile.Education[0].Score));
    }

    [Fact]
    public void Read_invisible_characters_are_taken_out()
    {
        var profile = JsonResumeReader.Read("{ \"basics\": { \"name\": \"A\u200Bda\\u0007\\nExample\" }, \"work\": [{}] }");

        Assert.Equal("Ada Example", profile.Basics.Name);
    }

    [Fact]
    public async Task ReadFileAsync_missing_file_is_named()
    {
        var error = await Assert.ThrowsAsync<ResumeInputException>(() => JsonResumeReader.ReadFileAsync("nowhere.json"));

        Assert.Equal("nowhere.json was not found: check the path.", error.Message);
    }

    [Fact]
    public async Task ReadFileAsync_all_samples_are_read()
    {
        var profiles = await Task.WhenAll(Some.Resumes().Select(file => JsonResumeReader.ReadFileAsync(file)));

        Assert.Equal(24, profiles.Length);
        Assert.All(profiles, profile => Assert.NotEmpty(profile.Work));
    }
}
