using JobWise.Llm.Proofs.Simulation.Calls;

namespace JobWise.Llm.Proofs.Simulation.Figures;

/// <summary>Whether calls were started in the order in which they were made. What counts is the first send of each that no limit refused.</summary>
internal static class Turns
{
    /// <summary>Calls that were started after a later call of the same priority, or never although a later one was.</summary>
    public static int CountUnfair(IEnumerable<SimulatedCall> calls) => calls.GroupBy(call => call.Plan.Priority).Sum(CountOvertaken);

    /// <summary>Calls of a priority above 0 that waited while a later call of priority 0 was started.</summary>
    public static int CountPassedOver(IEnumerable<SimulatedCall> calls)
    {
        var (earliestLater, count) = (int.MaxValue, 0);
        foreach (var call in calls.OrderByDescending(call => call.Order))
        {
            if (call.Plan.Priority == 0)
            {
                earliestLater = Math.Min(earliestLater, StartOf(call));
            }
            else
            {
                count += StartOf(call) > earliestLater ? 1 : 0;
            }
        }

        return count;
    }

    private static int CountOvertaken(IEnumerable<SimulatedCall> calls)
    {
        var (earliestLater, count) = (int.MaxValue, 0);
        foreach (var call in calls.OrderByDescending(call => call.Order))
        {
            count += StartOf(call) > earliestLater ? 1 : 0;
            earliestLater = Math.Min(earliestLater, StartOf(call));
        }

        return count;
    }

    private static int StartOf(SimulatedCall call) => call.Sends.Find(send => send.Refusal is null)?.Order ?? int.MaxValue;
}
