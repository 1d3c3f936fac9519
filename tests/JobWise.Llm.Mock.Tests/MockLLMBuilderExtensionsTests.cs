using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Mock.Tests;

public class MockLLMBuilderExtensionsTests
{
    [Fact]
    public async Task AddMock_registers_a_scripted_keyed_service_and_its_mock()
    {
        var builder = new TestBuilder().AddMock(configure: options => options.Answer("summary", "scripted"));
        await using var services = builder.Services.BuildServiceProvider();

        var response = await services.GetRequiredKeyedService<ILLMService>("mock").GenerateAsync(Some.Request());

        Assert.Equal("scripted", response.Text);
        services.GetRequiredKeyedService<MockLLMService>("mock").AssertCalledOnce();
    }

    [Fact]
    public async Task AddMock_twice_configures_one_instance_also_in_another_case()
    {
        var builder = new TestBuilder()
            .AddMock("fake", options => options.Answer("a", "first"))
            .AddMock("FAKE", options => options.Answer("b", "second"));
        await using var services = builder.Services.BuildServiceProvider();
        var llm = services.GetRequiredService<ILLMServiceFactory>().Create("Fake");

        Assert.Equal(["fake"], services.GetRequiredService<ILLMServiceFactory>().Names);
        Assert.Equal("first", (await llm.GenerateAsync(Some.Request("a"))).Text);
        Assert.Equal("second", (await llm.GenerateAsync(Some.Request("b"))).Text);
    }

    [Fact]
    public async Task AddMock_under_two_names_keeps_scripts_and_calls_apart()
    {
        var builder = new TestBuilder().AddMock("one", options => options.AnswerByDefault("1")).AddMock("two", options => options.AnswerByDefault("2"));
        await using var services = builder.Services.BuildServiceProvider();

        var response = await services.GetRequiredKeyedService<ILLMService>("two").GenerateAsync(Some.Request());

        Assert.Equal("2", response.Text);
        services.GetRequiredKeyedService<MockLLMService>("one").AssertNotCalled();
        Assert.Equal("two", services.GetRequiredKeyedService<MockLLMService>("two").Metadata.InstanceName);
    }

    [Fact]
    public async Task AddMock_of_a_service_keeps_that_object()
    {
        var mock = new MockLLMService().Answer("a", "b");
        await using var services = new TestBuilder().AddMock(mock).Services.BuildServiceProvider();

        Assert.Same(mock, services.GetRequiredKeyedService<ILLMService>("mock"));
        Assert.Same(mock, services.GetRequiredKeyedService<MockLLMService>("mock"));
    }

    [Fact]
    public async Task AddMock_reads_configuration_and_lets_code_win()
    {
        var builder = new TestBuilder()
            .WithConfiguration(
                ("m:Latency", "00:00:01"), ("m:ChunkDelay", "00:00:02"), ("m:Strict", "true"), ("m:DefaultModel", "configured"),
                ("m:ProviderName", "groq"), ("m:Models:0", "a"), ("m:ShowTextInAssertions", "true"))
            .AddMock("m", options => options.DefaultModel = "coded");
        await using var services = builder.Services.BuildServiceProvider();

        var options = services.GetRequiredKeyedService<MockLLMService>("m").Options;

        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)), (options.Latency, options.ChunkDelay));
        Assert.Equal((true, true, "coded", "groq"), (options.Strict, options.ShowTextInAssertions, options.DefaultModel, options.ProviderName));
        Assert.Equal(["a"], options.Models);
    }

    [Fact]
    public async Task AddMock_with_wrong_options_says_so_at_start()
    {
        var builder = new TestBuilder().AddMock("m", options =>
        {
            options.ProviderName = " ";
            options.DefaultModel = string.Empty;
            options.Latency = TimeSpan.FromSeconds(-1);
            options.ChunkDelay = TimeSpan.FromSeconds(-2);
        });
        await using var services = builder.Services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(
            [
                "JobWise:Llm:Providers:m:ProviderName is empty. Set a vendor's name such as 'mock', or leave it out.",
                "JobWise:Llm:Providers:m:DefaultModel is empty. Set a model id such as 'mock-model', or leave it out.",
                "JobWise:Llm:Providers:m:Latency is -00:00:01. Set a time of zero or more, such as 00:00:00.5.",
                "JobWise:Llm:Providers:m:ChunkDelay is -00:00:02. Set a time of zero or more, such as 00:00:00.05.",
            ],
            error.Failures);
    }

    [Fact]
    public async Task AddMock_with_a_wrong_section_names_every_key_with_its_cure_at_start()
    {
        var builder = new TestBuilder()
            .WithConfiguration(("m:Latency", "2"), ("m:Strct", "true"), ("m:Strict", "yes"), ("m:ChunkDelay", "-00:00:02"), ("m:MaxAttempts", "2"))
            .AddMock("m");
        await using var services = builder.Services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(
            [
                "JobWise:Llm:Providers:m:Latency is '2', but must be a time, written hh:mm:ss, such as 00:00:05. A bare number is refused, since .NET would take it for days.",
                "JobWise:Llm:Providers:m:Strct is not a setting; known here: ProviderName, DefaultModel, Models, Latency, ChunkDelay, Strict, "
                + "ShowTextInAssertions, MaxAttempts, FirstContentTimeout, IdleTimeout, AttemptTimeout, Temperature, MaxTokens, Plan, Account, RateLimits. Correct the name or remove it.",
                "JobWise:Llm:Providers:m:Strict is 'yes', but must be true or false.",
                "JobWise:Llm:Providers:m:ChunkDelay is -00:00:02. Set a time of zero or more, such as 00:00:00.05.",
            ],
            error.Failures);
    }

    [Fact]
    public void Constructor_with_wrong_options_says_so() =>
        Assert.Throws<OptionsValidationException>(() => new MockLLMService(new MockLLMOptions { Latency = TimeSpan.FromSeconds(-1) }));
}
