namespace JobWise.Llm.Pipeline.Tests.RateLimiting;

public sealed class RefillingProviderTests
{
    [Theory]
    [InlineData(8_000, 200)]
    [InlineData(250_000, 3_000)]
    public void Saturated_lane_is_hardly_ever_refused_and_loses_nothing(int limit, int calls)
    {
        using var course = ProviderCourse.Run(limit, calls, foreign: 0);

        Assert.Equal((calls, calls), (course.Done, course.Provider.Admitted));
        Assert.InRange(course.Refused, 0, 3);
        AssertFull(course, limit);
    }

    /// <summary>At a small limit each call meets about two refusals then: what others take can only be known afterwards.</summary>
    [Theory]
    [InlineData(8_000, 200, 500)]
    [InlineData(250_000, 3_000, 150)]
    public void Lane_whose_account_another_program_uses_too_still_loses_nothing(int limit, int calls, int mostRefused)
    {
        using var course = ProviderCourse.Run(limit, calls, foreign: limit / 4);

        Assert.Equal(calls, course.Done);
        Assert.InRange(course.Refused, 1, mostRefused);
        AssertFull(course, limit);
    }

    /// <summary>The provider's whole limit was used all the time; the bucket that was full at first is one minute more.</summary>
    private static void AssertFull(ProviderCourse course, int limit) =>
        Assert.InRange(course.Provider.TokensKept / (double)limit, course.Duration.TotalMinutes * 0.99, course.Duration.TotalMinutes + 1);
}
