using System.Net.Sockets;
using System.Security.Authentication;
using JobWise.Llm.OpenAICompatible.Tests.Streaming;
using JobWise.Llm.Wire;
using RichardSzalay.MockHttp;

namespace JobWise.Llm.OpenAICompatible.Tests.Http;

public sealed class TransportTests
{
    public static TheoryData<string> Failures => ["http", "socket", "io", "odd"];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task GenerateAsync_whatever_the_handler_throws_is_a_transient_connection_error(string kind)
    {
        var thrown = kind switch
        {
            "http" => new HttpRequestException("x"),
            "socket" => new SocketException(10061),
            "io" => new IOException("x"),
            _ => (Exception)new InvalidOperationException("x"),
        };
        using var server = new MockHttpMessageHandler();
        server.When("*").Throw(thrown);

        var error = await Some.FailureOf(server);

        Assert.IsType<LLMConnectionException>(error);
        Assert.True(error.IsTransient);
        Assert.Same(thrown, error.InnerException);
    }

    public static TheoryData<Exception, string> NoAnswers => new()
    {
        { new HttpRequestException("x", new SocketException((int)SocketError.ConnectionRefused)), "connection refused (HttpRequestException)" },
        { new HttpRequestException("x", new SocketException((int)SocketError.HostNotFound)), "name not found (HttpRequestException)" },
        { new HttpRequestException(HttpRequestError.NameResolutionError), "name not found (HttpRequestException)" },
        { new HttpRequestException("x"), "the connection could not be opened or was closed (HttpRequestException)" },
        { new IOException("x"), "the connection could not be opened or was closed (IOException)" },
    };

    [Theory]
    [MemberData(nameof(NoAnswers), DisableDiscoveryEnumeration = true)]
    public async Task GenerateAsync_no_answer_names_instance_server_reason_and_cure(Exception thrown, string reason)
    {
        using var server = new MockHttpMessageHandler();
        server.When("*").Throw(thrown);
        var service = Some.Service(server, new OpenAICompatibleOptions { BaseUrl = new Uri("https://models.example/path-secret/v1?token=canary"), DefaultModel = "m" });

        var error = await Assert.ThrowsAsync<LLMConnectionException>(() => service.GenerateAsync(LLMRequest.FromPrompt("Hi")));

        Assert.Equal(
            $"local: No answer came from https://models.example:443: {reason}. Check that the server runs and that BaseUrl is right.", error.Message);
    }

    [Fact]
    public async Task GenerateAsync_untrusted_certificate_is_not_transient()
    {
        using var server = new MockHttpMessageHandler();
        server.When("*").Throw(new HttpRequestException("x", new AuthenticationException("y")));

        var error = await Some.FailureOf(server);

        Assert.False(Assert.IsType<LLMConnectionException>(error).IsTransient);
        Assert.Equal(
            "openai_compatible: The secure connection was refused: the certificate or the TLS version is not trusted. Check BaseUrl and the certificates of this machine.",
            error.Message);
    }

    [Fact]
    public async Task GenerateAsync_body_cut_in_the_middle_is_a_connection_error()
    {
        using var server = new MockHttpMessageHandler();
        server.When("*").Respond(_ => new HttpResponseMessage { Content = new StreamContent(new BrokenStream("{\"choices\":[")) });

        var error = await Some.FailureOf(server);

        Assert.IsType<LLMConnectionException>(error);
        Assert.Equal("openai_compatible: The connection was closed before the answer was complete (IOException).", error.Message);
    }

    [Fact]
    public async Task GenerateAsync_connect_timeout_of_the_handler_is_a_timeout_of_that_phase()
    {
        using var server = new MockHttpMessageHandler();
        server.When("*").Throw(ConnectTimeout());
        var service = new OpenAICompatibleLLMService(new HttpClient(server) { Timeout = Timeout.InfiniteTimeSpan }, Some.Options());

        var error = await Assert.ThrowsAsync<LLMTimeoutException>(() => service.GenerateAsync(LLMRequest.FromPrompt("Hi")));

        Assert.Equal(LLMTimeoutPhase.Connect, error.Phase);
        Assert.Equal("local: No connection was opened within 5 s. Check BaseUrl and the network, or raise ConnectTimeout.", error.Message);
    }

    [Fact]
    public async Task GenerateAsync_timeout_of_the_callers_client_is_a_timeout_of_the_attempt()
    {
        using var server = new MockHttpMessageHandler();
        server.When("*").Throw(new TaskCanceledException("x", new TimeoutException("The request was canceled due to HttpClient.Timeout")));
        var service = new OpenAICompatibleLLMService(new HttpClient(server) { Timeout = TimeSpan.FromSeconds(7) }, Some.Options());

        var error = await Assert.ThrowsAsync<LLMTimeoutException>(() => service.GenerateAsync(LLMRequest.FromPrompt("Hi")));

        Assert.Equal(LLMTimeoutPhase.Attempt, error.Phase);
        Assert.Equal(
            "local: The HttpClient gave up after its own timeout of 7 s. Set its Timeout to infinite: the pipeline owns the timeouts.",
            error.Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancellation_of_the_caller_carries_the_callers_token(bool stream)
    {
        using var cancel = new CancellationTokenSource();
        using var server = new MockHttpMessageHandler();
        server.When("*").Respond(async (request) =>
        {
            await cancel.CancelAsync();
            throw new TaskCanceledException("the handler's own words");
        });
        var service = Some.Service(server);

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream
            ? service.GenerateStreamAsync(LLMRequest.FromPrompt("Hi"), cancel.Token).ToResponseAsync()
            : service.GenerateAsync(LLMRequest.FromPrompt("Hi"), cancel.Token));

        Assert.Equal(cancel.Token, error.CancellationToken);
    }

    [Fact]
    public void Handler_follows_no_redirect_keeps_no_cookie_and_decodes_nothing()
    {
        using var handler = SafeHttpHandler.Create(TimeSpan.FromSeconds(5));

        Assert.Equal(
            (false, false, System.Net.DecompressionMethods.None, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(2)),
            (handler.AllowAutoRedirect, handler.UseCookies, handler.AutomaticDecompression, handler.ConnectTimeout, handler.PooledConnectionLifetime));
    }

    [Theory]
    [InlineData("https://api.example/v1", false)]
    [InlineData("https://localhost/v1", true)]
    [InlineData("http://127.0.0.1:11434/v1", true)]
    [InlineData("http://gpu.lan/v1", true)]
    public void Proxy_of_the_environment_is_for_https_to_other_machines_only(string url, bool isBypassed)
    {
        var proxy = new LoopbackBypassProxy(new System.Net.WebProxy("http://proxy.example:3128"));

        Assert.Equal(isBypassed, proxy.IsBypassed(new Uri(url)));
        Assert.Equal(isBypassed ? null : new Uri("http://proxy.example:3128"), proxy.GetProxy(new Uri(url)));
    }

    private static TaskCanceledException ConnectTimeout() =>
        new("x", new TimeoutException("A connection could not be established within the configured ConnectTimeout."));
}
