using JobWise.Llm.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace JobWise.Llm.Groq.Tests;

public sealed class GroqLLMBuilderExtensionsTests
{
    [Fact]
    public void AddGroq_has_every_default()
    {
        using var services = Services(builder => builder.AddGroq());

        Assert.Equal(
            new LLMServiceMetadata
            {
                ProviderName = "groq",
                InstanceName = "groq",
                Endpoint = new Uri("https://api.groq.com/openai/v1"),
                DefaultModel = "openai/gpt-oss-120b",
            },
            services.GetRequiredKeyedService<ILLMService>("groq").Metadata);
    }

    [Fact]
    public async Task AddGroq_two_accounts_send_their_own_keys()
    {
        List<string> sent = [];
        using var server = Recorder(sent);
        using var services = Services(
            builder => builder.AddGroq("groq", options => options.ApiKey = "key-a").AddGroq("groq-b", options => options.ApiKey = "key-b"),
            server: server);

        foreach (var name in new[] { "groq-b", "groq" })
        {
            await services.GetRequiredKeyedService<ILLMService>(name).GenerateAsync(LLMRequest.FromPrompt("Hi"));
        }

        Assert.Equal(["Bearer key-b", "Bearer key-a"], sent);
    }

    [Fact]
    public async Task AddGroq_key_from_the_configuration_is_read_on_every_call()
    {
        List<string> sent = [];
        using var server = Recorder(sent);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("GROQ_API_KEY", (string?)"old")]).Build();
        using var services = Services(builder => builder.AddGroq(), configuration, server);
        var groq = services.GetRequiredKeyedService<ILLMService>("groq");

        await groq.GenerateAsync(LLMRequest.FromPrompt("Hi"));
        configuration["GROQ_API_KEY"] = "new";
        await groq.GenerateAsync(LLMRequest.FromPrompt("Hi"));

        Assert.Equal(["Bearer old", "Bearer new"], sent);
    }

    [Fact]
    public async Task AddGroq_key_with_a_line_break_sends_nothing()
    {
        List<string> sent = [];
        using var server = Recorder(sent);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("GROQ_API_KEY", (string?)"abc\r\nX-Evil: 1")]).Build();
        using var services = Services(builder => builder.AddGroq(), configuration, server);
        var groq = services.GetRequiredKeyedService<ILLMService>("groq");

        var error = await Assert.ThrowsAsync<LLMAuthenticationException>(() => groq.GenerateAsync(LLMRequest.FromPrompt("Hi")));

        Assert.Equal(
            "The key from the configuration value GROQ_API_KEY holds a line break, a space or another character outside printable ASCII. Copy the key again, without quotes.",
            error.Message);
        Assert.Empty(sent);
    }

    [Fact]
    public async Task CheckHealthAsync_retired_default_model_is_degraded_and_names_the_next()
    {
        using var server = Some.Server("""{"data":[{"id":"llama-3.3-70b-versatile"}]}""");
        var groq = Some.Service(server, new GroqOptions { ApiKey = Some.Key, DefaultModel = "llama-3.3-70b-versatile" });

        var health = await groq.CheckHealthAsync();

        Assert.Equal(LLMHealthStatus.Degraded, health.Status);
        Assert.Contains("use 'openai/gpt-oss-120b'", health.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAvailableModelsAsync_joins_what_the_catalogue_knows()
    {
        using var server = Some.Server("""{"data":[{"id":"openai/gpt-oss-20b","owned_by":"OpenAI"},{"id":"brand-new"}]}""");

        var models = await Some.Service(server).GetAvailableModelsAsync();

        Assert.Equal([("openai/gpt-oss-20b", 131072, true), ("brand-new", null, false)], models.Select(
            model => (model.Id, model.ContextWindow, model.Can(LLMModelCapability.StrictJsonSchema))));
    }

    private static ServiceProvider Services(Action<ILLMBuilder> add, IConfiguration? configuration = null, HttpMessageHandler? server = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration ?? new ConfigurationBuilder().Build());
        add(new TestLLMBuilder(services));
        if (server is not null)
        {
            services.AddHttpClient("JobWise.Llm.groq").ConfigurePrimaryHttpMessageHandler(() => server);
            services.AddHttpClient("JobWise.Llm.groq-b").ConfigurePrimaryHttpMessageHandler(() => server);
        }

        return services.BuildServiceProvider();
    }

    private static MockHttpMessageHandler Recorder(List<string> sent)
    {
        var server = new MockHttpMessageHandler();
        server.When("*").Respond(request =>
        {
            sent.Add(request.Headers.Authorization!.ToString());
            return new HttpResponseMessage { Content = new StringContent(Some.Answer) };
        });
        return server;
    }
}
