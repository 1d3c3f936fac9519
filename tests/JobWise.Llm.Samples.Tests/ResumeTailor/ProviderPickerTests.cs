using JobWise.Llm.Samples.CommandLine;
using JobWise.Llm.Samples.Run;
using Microsoft.Extensions.Configuration;

namespace JobWise.Llm.Samples.Tests.ResumeTailor;

public sealed class ProviderPickerTests
{
    [Theory]
    [InlineData("", "mock", "no key was found")]
    [InlineData("GROQ_API_KEY=k", "groq", "GROQ_API_KEY is set")]
    [InlineData("GROQ_API_KEY= ", "mock", "no key was found")]
    [InlineData("OPENAI_API_KEY=k", "openai", "OPENAI_API_KEY is set")]
    [InlineData("OPENAI_API_KEY=k;GROQ_API_KEY=k", "groq", "GROQ_API_KEY is set")]
    [InlineData("GROQ_API_KEY=k;LLM_PROVIDER=mock", "mock", "LLM_PROVIDER says so")]
    [InlineData("GROQ_API_KEY=k;USE_GROQ_LLM=false", "mock", "USE_GROQ_LLM says so")]
    [InlineData("GROQ_API_KEY=k;OPENAI_API_KEY=k;USE_GROQ_LLM=false;LLM_PROVIDER=OpenAI", "openai", "LLM_PROVIDER says so")]
    [InlineData("JobWise:Llm:Provider=mock;LLM_PROVIDER=groq", "mock", "JobWise:Llm:Provider says so")]
    public void Pick_without_a_typed_provider_follows_the_configuration(string configuration, string provider, string because)
    {
        var picker = CreatePicker(configuration);

        Assert.Equal(new ProviderChoice(provider, because), picker.Pick());
    }

    [Fact]
    public void Pick_takes_the_typed_provider_whatever_is_configured()
    {
        var picker = CreatePicker("LLM_PROVIDER=groq;GROQ_API_KEY=k", provider: "MOCK");

        Assert.Equal(new ProviderChoice("mock", "--provider says so"), picker.Pick());
    }

    [Fact]
    public void Pick_takes_a_typed_address_as_local()
    {
        var picker = CreatePicker("LLM_PROVIDER=groq;GROQ_API_KEY=k", baseUrl: "http://localhost/v1", model: "tiny");

        Assert.Equal(new ProviderChoice("local", "--base-url is given"), picker.Pick());
    }

    private static ProviderPicker CreatePicker(string configuration, string? provider = null, string? baseUrl = null, string? model = null)
    {
        var values = configuration.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]));
        return new ProviderPicker(
            new TailorArguments { Out = "out", Provider = provider, BaseUrl = baseUrl, Model = model },
            new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
