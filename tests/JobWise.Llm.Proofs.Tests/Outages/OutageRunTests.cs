using JobWise.Llm.Proofs.Outages;
using JobWise.Llm.Proofs.Simulation.Provider;
using JobWise.Llm.Proofs.Simulation.Subjects;

namespace JobWise.Llm.Proofs.Tests.Outages;

public sealed class OutageRunTests
{
    [Fact]
    public void Play_four_fixed_attempts_send_four_times_and_never_open()
    {
        var run = OutageRun.Play(CreateScenario(ProviderFault.Dead), StandIns.NaiveRetry, seed: 1);

        Assert.InRange(run.Amplification, 3.9m, 4);
        Assert.InRange(run.OpenShare!.Value, 3.9m, 4.1m);
        Assert.True(run.HasRecovered);
    }

    [Fact]
    public void Play_four_fixed_attempts_at_one_failure_in_five_send_a_quarter_more()
    {
        var run = OutageRun.Play(CreateScenario(ProviderFault.Failing, share: 0.2), StandIns.NaiveRetry, seed: 1);

        Assert.InRange(run.Amplification, 1.2m, 1.3m);
        Assert.Null(run.OpenShare);
    }

    [Fact]
    public void Play_no_retry_sends_once_and_answers_only_what_came_outside_the_outage()
    {
        var run = OutageRun.Play(CreateScenario(ProviderFault.Dead), StandIns.Direct, seed: 1);

        Assert.Equal((1, 1), (run.Amplification, run.OpenShare));
        Assert.InRange(run.Answered, 0.49m, 0.51m);
    }

    [Fact]
    public void Play_second_provider_answers_what_the_first_cannot()
    {
        var run = OutageRun.Play(CreateScenario(ProviderFault.Failing) with { HasBackup = true }, StandIns.NaiveFallback, seed: 1);

        Assert.Equal(1, run.Answered);
        Assert.InRange(run.P95AfterTen.TotalSeconds, 7, 10);
    }

    [Fact]
    public void Play_product_hardly_asks_a_dead_provider_and_uses_it_again()
    {
        var run = OutageRun.Play(CreateScenario(ProviderFault.Dead), Product.With(), seed: 1);

        Assert.InRange(run.Amplification, 0.005m, 0.2m);
        Assert.InRange(run.OpenShare!.Value, 0.001m, 0.05m);
        Assert.True(run.HasRecovered);
    }

    [Fact]
    public void Play_product_with_a_second_provider_answers_everything_in_time()
    {
        var scenario = CreateScenario(ProviderFault.Dead) with { HasBackup = true };

        var run = OutageRun.Play(scenario, Product.With((_, options) => options.Routing.Fallbacks.Add(OutageRun.Backup)), seed: 1);

        Assert.Equal(1, run.Answered);
        Assert.InRange(run.P95AfterTen.TotalSeconds, 1.5, 1.9);
    }

    private static OutageScenario CreateScenario(ProviderFault fault, double share = 1) => new()
    {
        Id = "test",
        CallsPerSecond = 2,
        Duration = TimeSpan.FromSeconds(1000),
        Outage = new Outage(fault, TimeSpan.FromSeconds(250), TimeSpan.FromSeconds(750)) { Share = share },
    };
}
