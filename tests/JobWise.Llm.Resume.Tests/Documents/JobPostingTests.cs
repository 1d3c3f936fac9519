namespace JobWise.Llm.Resume.Documents;

public class JobPostingTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData("# \n---\n<!-- nothing -->")]
    public void Parse_no_words_says_so(string text)
    {
        var error = Assert.Throws<ResumeInputException>(() => JobPosting.Parse(text, "job.md"));

        Assert.Equal("job.md is empty: paste the text of the job posting into it.", error.Message);
    }

    [Fact]
    public void Parse_too_long_names_both_lengths()
    {
        var error = Assert.Throws<ResumeInputException>(() => JobPosting.Parse(new string('x', 50_001), "job.md"));

        Assert.Equal("job.md has 50001 characters; at most 50000 are read. Keep the description of the job and cut the rest.", error.Message);
    }

    [Fact]
    public void Parse_markdown_marks_are_not_in_the_plain_text()
    {
        var job = JobPosting.Parse("# Data engineer\n\n- **Python** and [Kafka](https://kafka.example)\n> `snake_case` <br>");

        Assert.Equal("Data engineer\n\nPython and Kafka\nsnake_case", job.PlainText);
        Assert.Equal("Data engineer", job.Title);
    }

    [Fact]
    public void Parse_hostile_repeats_end_soon()
    {
        var job = JobPosting.Parse("a " + string.Concat(Enumerable.Repeat("<!-- [ ](", 5_000)));

        Assert.StartsWith("a", job.PlainText, StringComparison.Ordinal);
    }
}
