using JobWise.Llm.Proofs.Simulation.Calls;
using JobWise.Llm.Proofs.Simulation.Figures;

namespace JobWise.Llm.Proofs.Tests.Simulation.Figures;

public sealed class TurnsTests
{
    [Fact]
    public void CountUnfair_calls_in_their_order_are_fair()
    {
        var calls = CreateCalls(priorities: [0, 0, 0, 0], starts: [0, 1, 2, 3]);

        Assert.Equal(0, Turns.CountUnfair(calls));
    }

    [Fact]
    public void CountUnfair_planted_swap_is_found()
    {
        var calls = CreateCalls(priorities: [0, 0, 0, 0], starts: [0, 2, 1, 3]);

        Assert.Equal(1, Turns.CountUnfair(calls));
    }

    [Fact]
    public void CountUnfair_one_call_before_three_earlier_ones_wrongs_three()
    {
        var calls = CreateCalls(priorities: [0, 0, 0, 0], starts: [1, 2, 3, 0]);

        Assert.Equal(3, Turns.CountUnfair(calls));
    }

    [Fact]
    public void CountUnfair_call_that_is_never_started_while_a_later_one_is_counts()
    {
        var calls = CreateCalls(priorities: [0, 0], starts: [null, 0]);

        Assert.Equal(1, Turns.CountUnfair(calls));
    }

    [Fact]
    public void CountUnfair_higher_priority_may_go_first()
    {
        var calls = CreateCalls(priorities: [0, 0, 1], starts: [1, 2, 0]);

        Assert.Equal((0, 0), (Turns.CountUnfair(calls), Turns.CountPassedOver(calls)));
    }

    [Fact]
    public void CountPassedOver_begun_job_behind_a_later_new_one_is_found()
    {
        var calls = CreateCalls(priorities: [0, 1, 0], starts: [0, 2, 1]);

        Assert.Equal(1, Turns.CountPassedOver(calls));
    }

    private static List<SimulatedCall> CreateCalls(int[] priorities, int?[] starts) =>
        [.. priorities.Zip(starts).Select((call, order) => CreateCall(order, call.First, call.Second))];

    private static SimulatedCall CreateCall(int order, int priority, int? start)
    {
        var call = new SimulatedCall(new CallPlan { PromptTokens = 1, OutputCap = 1, OutputTokens = 1, Priority = priority }, order, TimeSpan.Zero);
        if (start is { } place)
        {
            call.Sends.Add(new Send(call, "groq", place, TimeSpan.Zero));
        }

        return call;
    }
}
