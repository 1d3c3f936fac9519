using NSubstitute;

namespace JobWise.Llm.Tests;

public sealed class DelegatingLLMServiceTests
{
    private readonly ILLMService _inner = Substitute.For<ILLMService>();

    [Fact]
    public async Task Every_member_not_overridden_reaches_the_inner_service()
    {
        var decorator = new CountingService(_inner);
        var request = LLMRequest.FromPrompt("hello");
        using var source = new CancellationTokenSource();

        await decorator.GenerateAsync(request, source.Token);
        _ = decorator.GenerateStreamAsync(request, source.Token);
        await decorator.GetAvailableModelsAsync(source.Token);
        await decorator.CheckHealthAsync(source.Token);
        _ = decorator.Metadata;

        await _inner.Received(1).GenerateAsync(request, source.Token);
        _ = _inner.Received(1).GenerateStreamAsync(request, source.Token);
        await _inner.Received(1).GetAvailableModelsAsync(source.Token);
        await _inner.Received(1).CheckHealthAsync(source.Token);
        _ = _inner.Received(1).Metadata;
    }

    [Fact]
    public void GetService_own_type_answers_itself_and_others_ask_the_inner_service()
    {
        var provider = new ScriptedService();
        ILLMService decorator = new CountingService(provider);

        Assert.Same(decorator, decorator.GetService(typeof(CountingService)));
        Assert.Same(provider, decorator.GetService(typeof(ScriptedService)));
        Assert.Null(decorator.GetService(typeof(string)));
        Assert.Null(decorator.GetService(typeof(CountingService), "key"));
    }

    [Fact]
    public void Constructor_null_is_refused() => Assert.Throws<ArgumentNullException>(() => new CountingService(null!));
}
