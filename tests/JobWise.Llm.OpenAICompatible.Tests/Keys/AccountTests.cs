using JobWise.Llm.Wire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace JobWise.Llm.OpenAICompatible.Tests.Keys;

/// <summary>The account that calls are billed to, as far as the key tells.</summary>
public sealed class AccountTests
{
    [Fact]
    public void Fingerprint_tells_keys_apart_and_holds_none()
    {
        Assert.Equal("ba7816bf8f01cfea", KeyFingerprint.Of("abc"));
        Assert.NotEqual(KeyFingerprint.Of("abc"), KeyFingerprint.Of("abd"));
    }

    [Fact]
    public void Instances_with_one_key_have_one_account()
    {
        var (one, two, other) = (AccountOf(Some.Options("k1")), AccountOf(Some.Options(" k1 ")), AccountOf(Some.Options("k2")));

        Assert.Equal(one, two);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void Account_is_unknown_without_a_key_and_with_one_that_is_fetched()
    {
        var fetched = Some.Options("k1");
        fetched.ApiKeyProvider = _ => new("k2");

        Assert.Equal((null, null), (AccountOf(Some.Options(null)), AccountOf(fetched)));
    }

    [Fact]
    public void Metadata_is_the_same_object_until_something_changes()
    {
        var options = Some.Options();
        var service = Some.Service(new MockHttpMessageHandler(), options);
        var before = service.Metadata;

        Assert.Same(before, service.Metadata);
        options.ApiKey = "another";
        Assert.Equal(KeyFingerprint.Of("another"), service.Metadata.Account);
        options.DefaultModel = "m2";
        Assert.Equal("m2", service.Metadata.DefaultModel);
        options.BaseUrl = new Uri("https://elsewhere.example/v1");
        Assert.Equal("elsewhere.example", service.Metadata.Endpoint!.Host);
        options.ApiKeyProvider = _ => new("x");
        Assert.Null(service.Metadata.Account);
    }

    [Fact]
    public async Task Key_that_was_rotated_outside_the_options_is_noticed_when_it_is_sent()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["VENDOR_API_KEY"] = "old" }).Build();
        var vendor = new OpenAIDialect { ProviderName = "vendor", ApiKeyVariable = "VENDOR_API_KEY", DefaultBaseUrl = new Uri(Some.BaseUrl) };
        using var server = Some.Server(Some.Answer);
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        new TestKit.TestLLMBuilder(services).AddOpenAIDialect<OpenAICompatibleOptions>("vendor", vendor, static (_, _) => { });
        services.AddHttpClient("JobWise.Llm.vendor").ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider();
        var service = provider.GetRequiredKeyedService<ILLMService>("vendor");
        Assert.Equal(KeyFingerprint.Of("old"), service.Metadata.Account);

        configuration["VENDOR_API_KEY"] = "new";
        await service.GenerateAsync(LLMRequest.FromPrompt("Hi") with { Model = "m" });

        Assert.Equal(KeyFingerprint.Of("new"), service.Metadata.Account);
    }

    [Fact]
    public void Metadata_costs_no_memory_while_nothing_changes()
    {
        var service = Some.Service(new MockHttpMessageHandler());
        _ = service.Metadata;
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1_000; i++)
        {
            _ = service.Metadata;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string? AccountOf(OpenAICompatibleOptions options) => Some.Service(new MockHttpMessageHandler(), options).Metadata.Account;
}
