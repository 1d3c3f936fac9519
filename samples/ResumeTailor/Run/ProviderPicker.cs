using JobWise.Llm.Samples.CommandLine;
using Microsoft.Extensions.Configuration;

namespace JobWise.Llm.Samples.Run;

/// <summary>
/// Decides which provider does the work: what was typed goes before what is configured, and that before what the keys suggest. A typed
/// address alone means <see cref="ProviderName.Local"/>, so that no vendor's key is sent to it.
/// </summary>
internal sealed class ProviderPicker(TailorArguments arguments, IConfiguration configuration)
{
    /// <exception cref="TailorException">The name is unknown, or what the provider needs is missing.</exception>
    public ProviderChoice Pick()
    {
        var choice = PickTyped() ?? PickConfigured() ?? PickByKeys();
        var problem = choice.Name switch
        {
            ProviderName.Mock => FindProblemOfMock(),
            ProviderName.Local => FindProblemOfLocal(choice.Because),
            _ => FindProblemOfKey(choice),
        };
        return problem is null ? choice : throw problem;
    }

    private ProviderChoice? PickTyped()
    {
        if (arguments.Provider is not { } typed)
            return arguments.BaseUrl is null ? null : new(ProviderName.Local, "--base-url is given");
        return ProviderName.Find(typed) is { } name
            ? new(name, "--provider says so")
            : throw new TailorException($"--provider '{typed}' is not known. Use {ProviderName.All}.");
    }

    private ProviderChoice? PickConfigured()
    {
        var (key, value) = Array.Find(
            [Configured("JobWise:Llm:Provider"), Configured("LLM_PROVIDER"), ConfiguredFlag()], candidate => candidate.Value is not null);
        if (value is null)
            return null;
        return ProviderName.Find(value) is { } name
            ? new(name, $"{key} says so")
            : throw new TailorException($"{key} is '{value}', which is not known. Set it to {ProviderName.All}.", ExitCode.BadConfiguration);
    }

    private (string Key, string? Value) Configured(string key) => (key, string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key]);

    /// <summary>A value that is neither true nor false is reported by the pipeline.</summary>
    private (string Key, string? Value) ConfiguredFlag() =>
        ("USE_GROQ_LLM", bool.TryParse(configuration["USE_GROQ_LLM"], out var flag) ? (flag ? ProviderName.Groq : ProviderName.Mock) : null);

    private ProviderChoice PickByKeys() =>
        Array.Find([ProviderName.Groq, ProviderName.OpenAI], HasKey) is { } name
            ? new(name, $"{ProviderName.KeyVariable(name)} is set")
            : new(ProviderName.Mock, "no key was found");

    private bool HasKey(string name) =>
        Setting(name, "ApiKey") is not null
        || (ProviderName.KeyVariable(name) is { } variable && !string.IsNullOrWhiteSpace(configuration[variable]));

    private TailorException? FindProblemOfKey(ProviderChoice choice) => HasKey(choice.Name) ? null : new(
        $"There is no key for the provider '{choice.Name}', which was chosen because {choice.Because}. "
        + $"Set the environment variable {ProviderName.KeyVariable(choice.Name)}, or use --provider mock to run without a key.",
        ExitCode.BadConfiguration);

    private TailorException? FindProblemOfMock() => arguments.BaseUrl is null ? null : new(
        $"--base-url '{arguments.BaseUrl}' means nothing to the provider 'mock'. Leave out one of the two.");

    private TailorException? FindProblemOfLocal(string because)
    {
        if (arguments.BaseUrl is null && Setting(ProviderName.Local, "BaseUrl") is null)
        {
            return new(
                $"The provider 'local', which was chosen because {because}, has no address. "
                + "Give one with --base-url, such as http://localhost:11434/v1 for Ollama.");
        }

        return arguments.Model is not null || HasModels()
            ? null
            : new("The provider 'local' has no model of its own choice. Name one that the server has with --model.");
    }

    private bool HasModels() =>
        Setting(ProviderName.Local, "DefaultModel") is not null
        || (configuration["LLM_STAGE1_MODEL"] is not null && configuration["LLM_STAGE2_MODEL"] is not null);

    private string? Setting(string name, string key) =>
        configuration[$"JobWise:Llm:Providers:{name}:{key}"] is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
