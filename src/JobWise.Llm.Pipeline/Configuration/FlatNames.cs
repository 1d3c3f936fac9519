using Microsoft.Extensions.Configuration;

namespace JobWise.Llm.Pipeline;

/// <summary>Maps the flat environment names, such as <c>LLM_PROVIDER</c>, which stand at the root of the configuration.</summary>
internal static class FlatNames
{
    public const string Provider = "LLM_PROVIDER";
    public const string UseGroq = "USE_GROQ_LLM";
    private const string Groq = "groq";
    private const string Mock = "mock";

    public static void Read(IConfiguration configuration, LLMPipelineOptions options, ICollection<string> problems)
    {
        var root = new SettingReader(configuration, problems);
        options.Provider = FindProvider(root) ?? options.Provider;
        root.Read("LLM_DEFAULT_TEMPERATURE", Rules.Temperature, value => options.Temperature = value);
        root.Read("LLM_DEFAULT_MAX_TOKENS", Rules.MaxTokens, value => options.MaxTokens = value);
        root.Read("LLM_MAX_RETRIES", Rules.MaxAttempts, value => options.Retry.MaxAttempts = value);
        root.Read("LLM_TIMEOUT_SECONDS", Rules.Seconds, value => options.Timeout = value);
        root.Read("GROQ_TIMEOUT", Rules.Seconds, value => options.ConfigureProvider(Groq, groq => groq.FirstContentTimeout = value));
        root.Read("GROQ_MAX_RETRIES", Rules.MaxAttempts, value => options.ConfigureProvider(Groq, groq => groq.MaxAttempts = value));
    }

    public static void Read(IConfiguration configuration, LLMWorkflowOptions options, ICollection<string> problems)
    {
        var root = new SettingReader(configuration, problems);
        ReadStage(root, "LLM_STAGE1_", LLMWorkflows.AnalysisMatching, options);
        ReadStage(root, "LLM_STAGE2_", LLMWorkflows.GenerationValidation, options);
    }

    /// <summary>The flag is the older way to say it, so the name goes before it; a wrong flag is reported even then.</summary>
    private static string? FindProvider(SettingReader root) => (root.Text(Provider), root.Flag(UseGroq)) switch
    {
        ({ } name, _) => name,
        (null, true) => Groq,
        (null, false) => Mock,
        _ => null,
    };

    private static void ReadStage(SettingReader root, string prefix, string workflow, LLMWorkflowOptions options)
    {
        if (root.Text(prefix + "MODEL") is { } model)
        {
            options.Configure(workflow, settings => settings.Model = model);
        }

        root.Read(prefix + "MAX_TOKENS", Rules.MaxTokens, value => options.Configure(workflow, settings => settings.MaxTokens = value));
        root.Read(prefix + "TEMPERATURE", Rules.Temperature, value => options.Configure(workflow, settings => settings.Temperature = value));
    }
}
