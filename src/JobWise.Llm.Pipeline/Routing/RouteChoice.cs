namespace JobWise.Llm.Pipeline;

/// <summary>Which lane of the plan a call tries next.</summary>
internal static class RouteChoice
{
    /// <summary>
    /// The first lane that can take the call soon, one whose account has just refused only where there is no other. Where all are cooling, the
    /// one that is ready first. The last one left is named even if it cannot serve: it says itself why.
    /// </summary>
    /// <param name="call">Knows what was tried.</param>
    /// <param name="lanes">The plan.</param>
    public static RoutedLane Next(LaneCall call, IReadOnlyList<Lane> lanes)
    {
        if ((lanes.Count == 1 ? lanes[0] : call.ReturnedTo) is { } only)
        {
            return new RoutedLane { Lane = only, HeldBackFor = only.Circuit.HeldBackFor(call.Settings.Options.CircuitBreaker) };
        }

        var longestWait = call.Settings.Options.Routing.LongestWait;
        var (left, ready) = (0, 0);
        Lane? first = null, aside = null, earliest = null;
        var least = TimeSpan.MaxValue;
        for (var i = 0; i < lanes.Count; i++)
        {
            var lane = lanes[i];
            if (call.HasTried(lane))
            {
                continue;
            }

            left++;
            var wait = lane.WaitFor(call);
            if (earliest is null || wait.Total < least)
            {
                (earliest, least) = (lane, wait.Total);
            }

            if (wait.HeldBack > TimeSpan.Zero || wait.Queue > longestWait)
            {
                continue;
            }

            if (lane.IsSetAside)
            {
                aside ??= lane;
            }
            else
            {
                first ??= lane;
                ready++;
            }
        }

        var chosen = first ?? aside ?? earliest;
        PassOverBefore(chosen, call, lanes);
        return new RoutedLane
        {
            Lane = chosen,
            HeldBackFor = chosen?.Circuit.HeldBackFor(call.Settings.Options.CircuitBreaker) ?? TimeSpan.Zero,
            LanesAfter = left - 1,
            HasAlternative = ready > 1,
        };
    }

    /// <summary>Takes down why the lanes before the chosen one are not asked, while it is so.</summary>
    private static void PassOverBefore(Lane? chosen, LaneCall call, IReadOnlyList<Lane> lanes)
    {
        for (var i = 0; i < lanes.Count && !ReferenceEquals(lanes[i], chosen); i++)
        {
            if (!call.HasTried(lanes[i]))
            {
                call.PassOver(lanes[i]);
            }
        }
    }
}
