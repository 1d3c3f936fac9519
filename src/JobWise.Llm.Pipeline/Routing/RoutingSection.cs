namespace JobWise.Llm.Pipeline;

/// <summary>Maps the section <c>JobWise:Llm:Routing</c>, and checks what code has set.</summary>
internal static class RoutingSection
{
    private const string Path = PipelineSection.Path + ":Routing";

    public static void Read(SettingReader section, LLMRoutingOptions options)
    {
        ReadFallbacks(section.Section("Fallbacks"), options);
        var weights = section.Section("Weights");
        foreach (var lane in weights.Keys())
        {
            weights.Read(lane, Rules.Weight, value => options.Weights[lane] = value);
            if (weights.Text(lane) is null)
            {
                weights.Refuse(lane, "has no weight. A model with a colon in its name cannot stand in a key: set its weight in code, with LLMRoutingOptions.Weights.");
            }
        }

        section.ReadName<LLMRouteOrder>("Order", value => options.Order = value);
        section.Read("LongestWait", Rules.Hint, value => options.LongestWait = value);
        section.Read("SetAside", Rules.Hint, value => options.SetAside = value);
        section.RefuseUnknownKeys();
    }

    public static IEnumerable<string?> FindProblems(string owner, LLMRoutingOptions options, ProviderDirectory providers)
    {
        yield return Rules.Hint.Check(owner + ".Routing.LongestWait", options.LongestWait);
        yield return Rules.Hint.Check(owner + ".Routing.SetAside", options.SetAside);
        foreach (var lane in options.Fallbacks)
        {
            yield return FindProblem(lane, Path + ":Fallbacks", providers);
        }

        foreach (var (lane, weight) in options.Weights)
        {
            yield return FindProblem(lane, Path + ":Weights", providers);
            yield return Rules.Weight.Check($"{owner}.Routing.Weights[\"{lane}\"]", weight);
        }

        yield return options.Weights.Count == 0 || options.Weights.Values.Any(weight => weight > 0) ? null
            : $"All of {Path}:Weights are 0, so no lane may serve. Give one a weight above 0, or remove them.";
    }

    /// <summary>A list in the configuration replaces one that came from further out.</summary>
    private static void ReadFallbacks(SettingReader section, LLMRoutingOptions options)
    {
        List<string> lanes = [.. section.Keys().Select(section.Text).OfType<string>()];
        if (lanes.Count > 0)
        {
            options.Fallbacks.Clear();
            lanes.ForEach(options.Fallbacks.Add);
        }
    }

    private static string? FindProblem(string lane, string option, ProviderDirectory providers)
    {
        if (!LaneName.TryParse(lane, out var name))
        {
            return LaneName.Explain(lane, option);
        }

        return providers.Names.Count == 0 || providers.Has(name.Instance) ? null : $"{option} names '{lane}'. {providers.ExplainMissing(name.Instance)}";
    }
}
