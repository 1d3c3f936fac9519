using JobWise.Llm.Proofs.Simulation.Provider;

namespace JobWise.Llm.Proofs.Tests.Simulation.Provider;

public sealed class MeterTests
{
    /// <summary>Limit and rest as they were seen in headers of Groq, and the reset beside them.</summary>
    [Theory]
    [InlineData(6000, 157, 1.57)]
    [InlineData(250_000, 1633, 0.39192)]
    public void SnapshotAt_tokens_reset_as_in_Groqs_headers(int limit, int used, double seconds)
    {
        var meter = new Meter(new SimulatedLimits { TokensPerMinute = limit });
        meter.Take(used, TimeSpan.Zero);

        var snapshot = meter.SnapshotAt(TimeSpan.Zero);

        Assert.Equal((limit - used, seconds), (snapshot.TokensRemaining, snapshot.TokensResetAfter!.Value.TotalSeconds));
    }

    [Theory]
    [InlineData(14_400, 6)]
    [InlineData(500_000, 0.1728)]
    public void SnapshotAt_one_request_resets_as_in_Groqs_headers(int perDay, double seconds)
    {
        var meter = new Meter(new SimulatedLimits { RequestsPerDay = perDay });
        meter.Admit(1, TimeSpan.Zero);

        var snapshot = meter.SnapshotAt(TimeSpan.Zero);

        Assert.Equal((perDay - 1, seconds), (snapshot.RequestsRemaining, snapshot.RequestsResetAfter!.Value.TotalSeconds));
    }

    [Fact]
    public void Admit_refused_request_is_counted_nowhere()
    {
        var meter = new Meter(SimulatedLimits.PerMinute(requests: 2, tokens: 100));
        meter.Admit(60, TimeSpan.Zero);

        var refused = meter.Admit(50, TimeSpan.Zero);
        var smaller = meter.Admit(40, TimeSpan.Zero);

        Assert.Equal((LLMRateLimitKind.TokensPerMinute, 60, 50, 10m), (refused!.Kind, refused.Used, refused.Requested, refused.OverBy));
        Assert.Null(smaller);
    }

    [Fact]
    public void Admit_several_limits_are_reached_names_the_longest_wait()
    {
        var meter = new Meter(SimulatedLimits.PerMinute(requests: 1, tokens: 100) with { TokensPerDay = 100 });
        meter.Admit(100, TimeSpan.Zero);

        var refusal = meter.Admit(50, TimeSpan.Zero);

        Assert.Equal((LLMRateLimitKind.TokensPerDay, TimeSpan.FromHours(12)), (refusal!.Kind, refusal.Wait));
    }
}
