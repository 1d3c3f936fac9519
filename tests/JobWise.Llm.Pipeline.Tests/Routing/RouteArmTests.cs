namespace JobWise.Llm.Pipeline.Tests;

public class RouteArmTests
{
    private static readonly string[] Users = [.. Enumerable.Range(0, 20_000).Select(i => $"user-{i}")];

    [Theory]
    [InlineData(10)]
    [InlineData(50)]
    [InlineData(100)]
    public void Choose_gives_each_lane_its_share_of_the_users(double percent)
    {
        var share = Users.Count(user => RouteArm.Choose(Weights(percent), user) == "groq") / (double)Users.Length;

        Assert.InRange(share, (percent / 100) - 0.01, (percent / 100) + 0.01);
    }

    [Fact]
    public void Choose_with_a_raised_weight_takes_no_user_away_from_that_lane()
    {
        var (before, after) = (Weights(10), Weights(50));

        Assert.DoesNotContain(Users, user => RouteArm.Choose(before, user) == "groq" && RouteArm.Choose(after, user) != "groq");
    }

    [Fact]
    public void Choose_is_the_same_in_every_order_of_the_lanes()
    {
        var turned = new Dictionary<string, double> { ["mock"] = 50, ["groq"] = 50 };

        Assert.All(Users, user => Assert.Equal(RouteArm.Choose(Weights(50), user), RouteArm.Choose(turned, user)));
    }

    [Fact]
    public void StickyHash_of_a_known_text_never_changes() => Assert.Equal(0.5942084549718574, StickyHash.Of("user-1", "GROQ"), 15);

    private static Dictionary<string, double> Weights(double groq) => new() { ["groq"] = groq, ["mock"] = 100 - groq };
}
