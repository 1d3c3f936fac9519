using JobWise.Llm.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;

namespace JobWise.Llm.OpenAICompatible.Tests;

public sealed class OpenAICompatibleLLMBuilderExtensionsTests
{
    [Fact]
    public void AddOpenAICompatible_two_servers_live_side_by_side()
    {
        using var services = Services(builder => builder
            .AddOpenAICompatible("ollama", options => options.BaseUrl = new Uri("http://localhost:11434/v1"))
            .AddOpenAICompatible("vllm", options => options.BaseUrl = new Uri("http://localhost:8000/v1")));

        var factory = services.GetRequiredService<ILLMServiceFactory>();

        Assert.Equal(["ollama", "vllm"], factory.Names);
        Assert.Equal(
            [("ollama", 11434), ("vllm", 8000)],
            factory.Names.Select(name => factory.Create(name).Metadata).Select(found => (found.InstanceName, found.Endpoint!.Port)));
    }

    [Fact]
    public void AddOpenAICompatible_the_same_name_twice_configures_one_instance()
    {
        using var services = Services(builder => builder
            .AddOpenAICompatible("local", options => options.BaseUrl = new Uri("http://localhost:1/v1"))
            .AddOpenAICompatible("LOCAL", options => options.DefaultModel = "m"));

        var metadata = services.GetRequiredService<ILLMServiceFactory>().Create("local").Metadata;

        Assert.Equal((1, "m"), (metadata.Endpoint!.Port, metadata.DefaultModel));
    }

    [Fact]
    public void AddOpenAICompatible_code_goes_before_configuration()
    {
        using var services = Services(
            builder => builder.AddOpenAICompatible("local", options => options.DefaultModel = "from code"),
            Configuration(("BaseUrl", "http://localhost:9/v1"), ("DefaultModel", "from configuration"), ("ConnectTimeout", "00:00:09"), ("DefaultHeaders:X-Team", "a")));

        var options = services.GetRequiredService<IOptionsMonitor<OpenAICompatibleOptions>>().Get("local");

        Assert.Equal((9, "from code", TimeSpan.FromSeconds(9), "a"), (options.BaseUrl!.Port, options.DefaultModel, options.ConnectTimeout, options.DefaultHeaders["X-Team"]));
    }

    [Fact]
    public async Task AddOpenAICompatible_rotated_key_is_used_without_a_restart()
    {
        List<string?> sent = [];
        var configuration = Configuration(("BaseUrl", Some.BaseUrl), ("DefaultModel", "m"), ("ApiKey", "old-key"));
        using var server = Recorder(sent);
        using var services = Services(builder => builder.AddOpenAICompatible(), configuration, server);
        var service = services.GetRequiredKeyedService<ILLMService>("local");

        await service.GenerateAsync(LLMRequest.FromPrompt("Hi"));
        configuration["JobWise:Llm:Providers:local:ApiKey"] = "new-key";
        configuration.Reload();
        await service.GenerateAsync(LLMRequest.FromPrompt("Hi"));

        Assert.Equal(["Bearer old-key", "Bearer new-key"], sent);
    }

    [Fact]
    public async Task AddOpenAICompatible_broken_reload_keeps_the_last_good_options()
    {
        List<string?> sent = [];
        var configuration = Configuration(("BaseUrl", Some.BaseUrl), ("DefaultModel", "m"));
        using var server = Recorder(sent);
        using var services = Services(builder => builder.AddOpenAICompatible(), configuration, server);
        var service = services.GetRequiredKeyedService<ILLMService>("local");

        await service.GenerateAsync(LLMRequest.FromPrompt("Hi"));
        configuration["JobWise:Llm:Providers:local:BaseUrl"] = "http://elsewhere.example/v1";
        configuration.Reload();
        await service.GenerateAsync(LLMRequest.FromPrompt("Hi"));

        Assert.Equal(2, sent.Count);
        Assert.Equal("models.example", service.Metadata.Endpoint!.Host);
    }

    [Theory]
    [InlineData("ConnectTimeout", "5", "but must be a time, written hh:mm:ss, such as 00:00:05. A bare number is refused, since .NET would take it for days.")]
    [InlineData("ConnectTimeout", "soon", "but must be a time, written hh:mm:ss, such as 00:00:05. A bare number is refused, since .NET would take it for days.")]
    [InlineData("maxeventbytes", "many", "but must be a whole number, such as 1048576.")]
    [InlineData("AllowInsecureHttp", "yes", "but must be true or false.")]
    public void AddOpenAICompatible_value_of_the_wrong_form_stops_the_start_and_names_key_value_and_cure(string key, string value, string cure) =>
        Assert.Equal([$"JobWise:Llm:Providers:local:{key} is '{value}', {cure}"], FailuresAtStart(("BaseUrl", Some.BaseUrl), (key, value)));

    [Theory]
    [InlineData("http://[", "is 'http://[', which cannot be read as an address. Write it in full, such as https://api.example.com/v1.")]
    [InlineData("http://user:canary@[", "cannot be read as an address. Write it in full, such as https://api.example.com/v1.")]
    public void AddOpenAICompatible_address_of_the_wrong_form_is_shown_only_without_secrets(string url, string words) =>
        Assert.Equal([$"JobWise:Llm:Providers:local:BaseUrl {words}"], FailuresAtStart(("BaseUrl", url)));

    [Fact]
    public void AddOpenAICompatible_unknown_keys_are_all_reported_with_every_other_mistake() => Assert.Equal(
        [
            "JobWise:Llm:Providers:local:ApiKye is not a setting; known here: BaseUrl, ApiKey, DefaultModel, ConnectTimeout, FirstByteTimeout, AllowInsecureHttp, "
            + "DefaultHeaders, MaxResponseBytes, MaxEventBytes, MaxLineBytes, MaxAttempts, FirstContentTimeout, IdleTimeout, AttemptTimeout, Temperature, MaxTokens, Plan, Account, RateLimits. "
            + "Correct the name or remove it.",
            "JobWise:Llm:Providers:local:MaxEventBytes is 'many', but must be a whole number, such as 1048576.",
            "JobWise:Llm:Providers:local:MaxLineBytes is 1. Set it between 1024 and 1073741824.",
        ],
        FailuresAtStart(("BaseUrl", Some.BaseUrl), ("ApiKye", "canary"), ("MaxEventBytes", "many"), ("MaxLineBytes", "1"), ("IdleTimeout", "00:00:09")));

    [Fact]
    public void AddOpenAICompatible_empty_value_counts_as_not_set()
    {
        using var services = Services(builder => builder.AddOpenAICompatible(), Configuration(("BaseUrl", Some.BaseUrl), ("ConnectTimeout", " "), ("DefaultModel", "")));

        var options = services.GetRequiredService<IOptionsMonitor<OpenAICompatibleOptions>>().Get("local");

        Assert.Equal((TimeSpan.FromSeconds(5), null), (options.ConnectTimeout, options.DefaultModel));
    }

    [Fact]
    public async Task AddOpenAICompatible_reload_with_a_value_of_the_wrong_form_keeps_the_last_good_options()
    {
        List<string?> sent = [];
        var configuration = Configuration(("BaseUrl", Some.BaseUrl), ("DefaultModel", "m"));
        using var server = Recorder(sent);
        using var services = Services(builder => builder.AddOpenAICompatible(), configuration, server);
        var service = services.GetRequiredKeyedService<ILLMService>("local");

        await service.GenerateAsync(LLMRequest.FromPrompt("Hi"));
        configuration["JobWise:Llm:Providers:local:MaxEventBytes"] = "many";
        configuration.Reload();
        await service.GenerateAsync(LLMRequest.FromPrompt("Hi"));

        Assert.Equal(2, sent.Count);
    }

    [Fact]
    public void AddOpenAICompatible_broken_reload_before_the_first_call_does_not_spoil_the_client_for_good()
    {
        var configuration = Configuration(("BaseUrl", Some.BaseUrl), ("DefaultModel", "m"));
        using var services = Services(builder => builder.AddOpenAICompatible(), configuration);

        configuration["JobWise:Llm:Providers:local:ConnectTimeout"] = "soon";
        configuration.Reload();
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient("JobWise.Llm.local");

        Assert.Equal(Timeout.InfiniteTimeSpan, client.Timeout);
    }

    [Fact]
    public void AddOpenAICompatible_wrong_options_stop_the_start()
    {
        using var services = Services(builder => builder.AddOpenAICompatible());

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(
            "JobWise:Llm:Providers:local:BaseUrl is not set. Set it to the address of the server, such as http://localhost:11434/v1.", error.Message);
    }

    [Theory]
    [InlineData("a\r\nb", typeof(LLMAuthenticationException))]
    [InlineData(null, typeof(LLMInvalidRequestException))]
    public async Task AddOpenAICompatible_wrong_options_without_a_host_are_our_errors(string? key, Type expected)
    {
        using var services = Services(builder => builder.AddOpenAICompatible("local", options =>
        {
            options.BaseUrl = key is null ? null : new Uri(Some.BaseUrl);
            options.ApiKey = key;
        }));
        var service = services.GetRequiredKeyedService<ILLMService>("local");

        var error = await Assert.ThrowsAnyAsync<LLMServiceException>(() => service.GenerateAsync(LLMRequest.FromPrompt("Hi")));

        Assert.IsType(expected, error);
    }

    [Fact]
    public async Task AddOpenAICompatible_log_at_its_finest_holds_no_key_and_no_header()
    {
        var log = new LogText();
        using var server = Recorder([]);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        new TestLLMBuilder(services).AddOpenAICompatible("local", options =>
        {
            (options.BaseUrl, options.DefaultModel, options.ApiKey) = (new Uri(Some.BaseUrl), "m", "canary-of-key");
            options.DefaultHeaders["X-Gateway"] = "canary-of-header";
        });
        services.AddHttpClient("JobWise.Llm.local").ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<ILLMService>("local").GenerateAsync(LLMRequest.FromPrompt("canary-of-prompt"));

        Assert.Contains("X-Gateway", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", log.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> FailuresAtStart(params (string Key, string Value)[] values)
    {
        using var services = Services(builder => builder.AddOpenAICompatible(), Configuration(values));
        return Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate()).Failures;
    }

    private static ServiceProvider Services(Action<ILLMBuilder> add, IConfiguration? configuration = null, HttpMessageHandler? server = null)
    {
        var services = new ServiceCollection();
        if (configuration is not null)
        {
            services.AddSingleton(configuration);
        }

        add(new TestLLMBuilder(services));
        if (server is not null)
        {
            services.AddHttpClient("JobWise.Llm.local").ConfigurePrimaryHttpMessageHandler(() => server);
        }

        return services.BuildServiceProvider();
    }

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(value => KeyValuePair.Create($"JobWise:Llm:Providers:local:{value.Key}", (string?)value.Value)))
        .Build();

    private static MockHttpMessageHandler Recorder(List<string?> sent)
    {
        var server = new MockHttpMessageHandler();
        server.When("*").Respond(request =>
        {
            sent.Add(request.Headers.Authorization?.ToString());
            return new HttpResponseMessage { Content = new StringContent(Some.Answer) };
        });
        return server;
    }
}
