namespace JobWise.Llm.Pipeline;

/// <summary>Maps the section <c>JobWise:Llm:CircuitBreaker</c>, and checks what code has set.</summary>
internal static class CircuitBreakerSection
{
    public static void Read(SettingReader section, LLMCircuitBreakerOptions options)
    {
        options.IsEnabled = section.Flag("IsEnabled") ?? options.IsEnabled;
        section.Read("ConsecutiveFailures", Rules.CountFromOne, value => options.ConsecutiveFailures = value);
        section.Read("FailureRatio", Rules.Share, value => options.FailureRatio = value);
        section.Read("MinimumCalls", Rules.CountFromOne, value => options.MinimumCalls = value);
        section.Read("Window", Rules.Delay, value => options.Window = value);
        section.Read("Break", Rules.Delay, value => options.Break = value);
        section.Read("MaxBreak", Rules.Delay, value => options.MaxBreak = value);
        section.Read("Probes", Rules.CountFromOne, value => options.Probes = value);
        section.RefuseUnknownKeys();
    }

    public static IEnumerable<string?> FindProblems(string owner, LLMCircuitBreakerOptions options)
    {
        var key = owner + ".CircuitBreaker.";
        yield return Rules.CountFromOne.Check(key + "ConsecutiveFailures", options.ConsecutiveFailures);
        yield return Rules.Share.Check(key + "FailureRatio", options.FailureRatio);
        yield return Rules.CountFromOne.Check(key + "MinimumCalls", options.MinimumCalls);
        yield return Rules.Delay.Check(key + "Window", options.Window);
        yield return Rules.Delay.Check(key + "Break", options.Break);
        yield return Rules.Delay.Check(key + "MaxBreak", options.MaxBreak);
        yield return Rules.CountFromOne.Check(key + "Probes", options.Probes);
        yield return options.MaxBreak >= options.Break ? null
            : $"The circuit breaker's MaxBreak is {options.MaxBreak:c}, below its Break of {options.Break:c}. Raise {PipelineSection.Path}:CircuitBreaker:MaxBreak or lower Break.";
    }
}
