using System.Globalization;

namespace JobWise.Llm.Pipeline;

/// <summary>Reads and checks the settings of the rate limits.</summary>
internal static class RateLimitSection
{
    private const NumberStyles Whole = NumberStyles.AllowLeadingSign;

    private static readonly Rule<long> Limit = new("a whole number above 0, such as 8000", TryWhole, value => value > 0);
    private static readonly Rule<int> SmallLimit = new("a whole number above 0, such as 30", TryWhole, value => value > 0);

    /// <summary>Reads <c>JobWise:Llm:RateLimiting</c>.</summary>
    public static void Read(SettingReader section, LLMRateLimitingOptions options)
    {
        options.IsEnabled = section.Flag("IsEnabled") ?? options.IsEnabled;
        options.FitOutput = section.Flag("FitOutput") ?? options.FitOutput;
        options.Mode = section.Name<LLMRateLimitMode>("Mode") ?? options.Mode;
        section.RefuseUnknownKeys();
    }

    /// <summary>Reads what an instance says about its limits.</summary>
    public static void ReadInstance(SettingReader instance, LLMInstanceOptions settings)
    {
        settings.Plan = instance.Text("Plan") ?? settings.Plan;
        settings.Account = instance.Text("Account") ?? settings.Account;
        var limits = instance.Section("RateLimits");
        ReadFigures(limits, settings.RateLimits);
        var models = limits.Section("Models");
        foreach (var key in models.Keys())
        {
            var section = models.Section(key);
            var model = new LLMModelRateLimitOptions { Model = section.Text("Model") };
            ReadFigures(section, model);
            section.RefuseUnknownKeys();
            settings.RateLimits.Models.Add(model);
        }

        limits.RefuseUnknownKeys();
    }

    public static IEnumerable<string?> FindProblems(string key, LLMRateLimitingOptions options)
    {
        yield return Enum.IsDefined(options.Mode) ? null : $"{key}Mode is '{options.Mode:D}', but must be one of {string.Join(", ", Enum.GetNames<LLMRateLimitMode>())}.";
    }

    public static IEnumerable<string?> FindProblems(string key, LLMInstanceOptions settings, RateLimitPresets presets)
    {
        if (settings.Plan is { } plan && !presets.PlanNames.Contains(plan, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"{key}Plan is '{plan}', but must be one of {string.Join(", ", presets.PlanNames)}. For another plan set RateLimits.";
        }

        foreach (var problem in FindProblems(key + "RateLimits.", settings.RateLimits))
        {
            yield return problem;
        }

        for (var i = 0; i < settings.RateLimits.Models.Count; i++)
        {
            var model = settings.RateLimits.Models[i];
            var at = $"{key}RateLimits.Models[{i.ToString(CultureInfo.InvariantCulture)}].";
            yield return string.IsNullOrWhiteSpace(model.Model) ? $"{at}Model is not set. Set it to the model's id, such as openai/gpt-oss-20b." : null;
            foreach (var problem in FindProblems(at, model))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string?> FindProblems(string key, LLMRateLimitFigures figures)
    {
        yield return figures.RequestsPerMinute is { } rpm ? SmallLimit.Check(key + "RequestsPerMinute", rpm) : null;
        yield return figures.RequestsPerDay is { } rpd ? SmallLimit.Check(key + "RequestsPerDay", rpd) : null;
        yield return figures.TokensPerMinute is { } tpm ? Limit.Check(key + "TokensPerMinute", tpm) : null;
        yield return figures.TokensPerDay is { } tpd ? Limit.Check(key + "TokensPerDay", tpd) : null;
        yield return figures.InputTokensPerMinute is { } input ? Limit.Check(key + "InputTokensPerMinute", input) : null;
        yield return figures.OutputTokensPerMinute is { } output ? Limit.Check(key + "OutputTokensPerMinute", output) : null;
    }

    private static void ReadFigures(SettingReader section, LLMRateLimitFigures figures)
    {
        section.Read("RequestsPerMinute", SmallLimit, value => figures.RequestsPerMinute = value);
        section.Read("RequestsPerDay", SmallLimit, value => figures.RequestsPerDay = value);
        section.Read("TokensPerMinute", Limit, value => figures.TokensPerMinute = value);
        section.Read("TokensPerDay", Limit, value => figures.TokensPerDay = value);
        section.Read("InputTokensPerMinute", Limit, value => figures.InputTokensPerMinute = value);
        section.Read("OutputTokensPerMinute", Limit, value => figures.OutputTokensPerMinute = value);
    }

    private static bool TryWhole(string text, out long value) => long.TryParse(text, Whole, CultureInfo.InvariantCulture, out value);

    private static bool TryWhole(string text, out int value) => int.TryParse(text, Whole, CultureInfo.InvariantCulture, out value);
}
