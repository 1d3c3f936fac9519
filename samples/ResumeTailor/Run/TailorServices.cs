using JobWise.Llm.Samples.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Samples.Run;

/// <summary>The services of one run: the chosen provider, the pipeline in front of it and the resume pipeline on top.</summary>
internal static class TailorServices
{
    /// <exception cref="TailorException">An option is wrong.</exception>
    public static ServiceProvider Build(ProviderChoice choice, TailorArguments arguments, TailorHost host)
    {
        var services = new ServiceCollection();
        services.AddSingleton(host.Time);
        var builder = services
            .AddJobWiseLlm(host.Configuration, options => options.Provider = choice.Name)
            .AddJobWiseLlmEnvironment()
            .AddJobWiseResume();
        AddProvider(builder, choice.Name, ReadAddress(arguments.BaseUrl));
        UseModel(builder, arguments.Model);
        return services.BuildServiceProvider();
    }

    private static void AddProvider(ILLMBuilder builder, string name, Uri? baseUrl) => _ = name switch
    {
        ProviderName.Groq => builder.AddGroq(name, options => options.BaseUrl = baseUrl ?? options.BaseUrl),
        ProviderName.OpenAI => builder.AddOpenAI(name, options => options.BaseUrl = baseUrl ?? options.BaseUrl),
        ProviderName.Local => builder.AddOpenAICompatible(name, options => options.BaseUrl = baseUrl ?? options.BaseUrl),
        _ => builder.AddMock(name, options => options.UseExtractiveModel()),
    };

    private static void UseModel(ILLMBuilder builder, string? model)
    {
        if (model is null)
            return;
        builder.ConfigureWorkflow(LLMWorkflows.AnalysisMatching, settings => settings.Model = model);
        builder.ConfigureWorkflow(LLMWorkflows.GenerationValidation, settings => settings.Model = model);
    }

    private static Uri? ReadAddress(string? typed)
    {
        if (typed is null)
            return null;
        return Uri.TryCreate(typed, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new TailorException($"--base-url '{typed}' is not an address. Write it in full, such as http://localhost:11434/v1.");
    }
}
