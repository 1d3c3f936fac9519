namespace JobWise.Llm.Resume.Matching;

public class ExperienceSpanTests
{
    private static readonly DateOnly Today = new(2024, 3, 15);

    [Fact]
    public void Years_overlapping_jobs_count_once() =>
        Assert.Equal(4, ExperienceSpan.Years([Job("2018-01", "2021-01"), Job("2020-01", "2022-01")], Today));

    [Fact]
    public void Years_job_without_end_runs_until_today() => Assert.Equal(2, ExperienceSpan.Years([Job("2022-03", null)], Today));

    [Fact]
    public void Years_year_alone_counts_the_least_it_can_mean() => Assert.Equal(1, ExperienceSpan.Years([Job("2019", "2021")], Today));

    [Theory]
    [InlineData(null, "2020-01")]
    [InlineData("soon", null)]
    [InlineData("2030-01", null)]
    [InlineData("2020-01", "2019-01")]
    public void Years_unreadable_or_impossible_dates_count_nothing(string? start, string? end) =>
        Assert.Equal(0, ExperienceSpan.Years([Job(start, end)], Today));

    private static ProfileDates Job(string? start, string? end) => new() { Start = start, End = end };
}
