using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Samples.Run;

/// <summary>The services of one run: the chosen provider, the pipeline in front of it and the resume pipeline on top.</summary>
internal static class TailorServices
{
    public static ServiceProvider Build(ProviderChoice choice, Uri? address, string? model, TailorHost host)
    {
        var services = new ServiceCollection();
        services.AddSingleton(host.Time);
        var builder = services
            .AddJobWiseLlm(host.Configuration, options => options.Provider = choice.Name)
            .AddJobWiseLlmEnvironment()
            .AddJobWiseResume();
        AddProvider(builder, choice.Name, address);
        UseModel(builder, model);
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
}
