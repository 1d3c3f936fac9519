namespace JobWise.Llm.Pipeline.Tests;

/// <summary>
/// Made-up users with days, nights and weekends, calls that come at random, and sizes of calls of which few are large. In some hours one of them
/// uses a multiple of what they would have.
/// </summary>
internal static class UsageSimulation
{
    private const int Users = 200;
    private const int Days = 28;

    /// <summary>What is followed before it is counted, in hours.</summary>
    private const int WarmUp = 7 * 24;

    /// <param name="options">What counts as unusual.</param>
    /// <param name="times">The multiple in the wild hours.</param>
    public static (int FalseAlarms, int UserDays, int Found, int Wild) Run(LLMUsageAlertOptions options, int times)
    {
        var (falseAlarms, found, wild) = (0, 0, 0);
        for (var user = 0; user < Users; user++)
        {
            var random = new Random(user);
            var detector = new UsageDetector(options);
            var callsPerHour = 5 * Math.Pow(10, random.NextDouble());
            for (var hour = 0; hour < Days * 24; hour++)
            {
                var isBusy = IsBusy(hour);
                var isWild = isBusy && hour > WarmUp && random.Next(200) == 0;
                var isTold = Hour(detector, random, hour, callsPerHour * (isBusy ? 1 : 0.1), isWild ? times : 1);
                falseAlarms += isTold && !isWild && hour > WarmUp ? 1 : 0;
                found += isTold && isWild ? 1 : 0;
                wild += isWild ? 1 : 0;
            }
        }

        return (falseAlarms, Users * (Days - (WarmUp / 24)), found, wild);
    }

    private static bool IsBusy(int hour) => hour % 24 is >= 8 and < 18 && hour / 24 % 7 < 5;

    private static bool Hour(UsageDetector detector, Random random, int hour, double calls, int times)
    {
        var isTold = false;
        for (var left = Poisson(random, calls) * times; left > 0; left--)
        {
            var tokens = (long)(2000 * Math.Exp(Normal(random)));
            isTold |= detector.Observe(new UsageKey(LLMUsageAlertScope.User, "u"), hour, new UsageAmount(tokens * 0.000001m, tokens)) is not null;
        }

        return isTold;
    }

    private static int Poisson(Random random, double mean)
    {
        var (count, product) = (0, random.NextDouble());
        for (var limit = Math.Exp(-mean); product > limit; product *= random.NextDouble())
        {
            count++;
        }

        return count;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
