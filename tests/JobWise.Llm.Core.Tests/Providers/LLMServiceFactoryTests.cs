using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Tests;

public sealed class LLMServiceFactoryTests
{
    [Fact]
    public void Create_third_party_provider_is_found_by_name_without_regard_to_case()
    {
        var factory = CreateFactory(builder => builder.AddProvider("acme", (_, _) => new ScriptedService()));

        var service = factory.Create("ACME");

        Assert.IsType<ScriptedService>(service);
        Assert.Same(service, factory.Create("acme"));
        Assert.Equal(["acme"], factory.Names);
    }

    [Fact]
    public void AddProvider_same_name_twice_keeps_the_first()
    {
        var first = new ScriptedService();

        var factory = CreateFactory(builder => builder.AddProvider("acme", (_, _) => first).AddProvider("Acme", (_, _) => new ScriptedService()));

        Assert.Same(first, factory.Create("acme"));
        Assert.Single(factory.Names);
    }

    [Theory]
    [InlineData("groq", "Add it with AddGroq() from the package JobWise.Llm.Groq.")]
    [InlineData("OpenAI", "Add it with AddOpenAI() from the package JobWise.Llm.OpenAI.")]
    [InlineData("anthropic", "Add it with AddAnthropic() from the package JobWise.Llm.Anthropic.")]
    [InlineData("mock", "Add it with AddMock() from the package JobWise.Llm.Mock.")]
    [InlineData("local", "Add it with AddOpenAICompatible(\"local\") from the package JobWise.Llm.OpenAICompatible.")]
    [InlineData("zeta", "Add it with AddProvider(\"zeta\", …), or with AddOpenAICompatible(\"zeta\") for a server that speaks OpenAI's protocol.")]
    public void Create_unknown_name_lists_what_exists_and_names_the_cure(string name, string cure)
    {
        var factory = CreateFactory(builder => builder.AddProvider("acme", (_, _) => new ScriptedService()));

        var exception = Assert.Throws<LLMProviderNotRegisteredException>(() => factory.Create(name));

        Assert.Equal($"The provider '{name}' is not registered; registered: acme. {cure}", exception.Message);
    }

    [Theory]
    [InlineData("team/groq")]
    [InlineData("team:groq")]
    public void AddProvider_with_a_name_that_a_lane_or_a_section_would_cut_is_refused(string name)
    {
        void Add(ILLMBuilder builder) => builder.AddProvider(name, (_, _) => new ScriptedService());

        var error = Assert.Throws<ArgumentException>(() => CreateFactory(Add));

        Assert.Equal(
            $"The name '{name}' holds a slash or a colon, which cut a lane's model and a configuration's key off. Take a hyphen instead. (Parameter 'name')",
            error.Message);
    }

    private static ILLMServiceFactory CreateFactory(Action<ILLMBuilder> configure)
    {
        var builder = new BareBuilder(new ServiceCollection());
        configure(builder);
        return builder.Services.BuildServiceProvider().GetRequiredService<ILLMServiceFactory>();
    }

    private sealed record BareBuilder(IServiceCollection Services) : ILLMBuilder;
}
