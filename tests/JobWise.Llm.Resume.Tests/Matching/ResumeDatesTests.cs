namespace JobWise.Llm.Resume.Matching;

public class ResumeDatesTests
{
    [Theory]
    [InlineData("2021-03", "2022-01-31", true, "03/2021 – 01/2022")]
    [InlineData("2021-03", null, true, "03/2021 – Present")]
    [InlineData("2021-03", null, false, "03/2021")]
    [InlineData("2014", "2017", false, "2014 – 2017")]
    [InlineData(null, "2017-05", false, "05/2017")]
    [InlineData("Spring 2019", "present", false, "Spring 2019 – Present")]
    [InlineData("2021-13", null, false, "2021-13")]
    [InlineData(null, null, true, null)]
    public void ShowSpan_dates_are_shown(string? start, string? end, bool isOngoing, string? expected) =>
        Assert.Equal(expected, ResumeDates.ShowSpan(new ProfileDates { Start = start, End = end }, isOngoing));
}
