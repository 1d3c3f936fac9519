using RichardSzalay.MockHttp;

namespace JobWise.Llm.OpenAICompatible.Tests.Streaming;

public sealed class StreamFailureTests
{
    private const string Hello = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hello\"}}],\"usage\":{\"completion_tokens\":1}}\n\n";
    private const string Stop = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";

    [Theory]
    [InlineData("")]
    [InlineData("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\" wor")]
    [InlineData(": ping\n\n")]
    public async Task Stream_end_without_its_terminal_event_is_interrupted(string rest)
    {
        var (text, error) = await Read(Hello + rest);

        var interrupted = Assert.IsType<LLMStreamInterruptedException>(error);
        Assert.Equal(
            "local: The stream ended without a finish reason or [DONE], so its answer is incomplete. Ask again, or use what PartialText holds.",
            interrupted.Message);
        Assert.Equal(("Hello", "Hello", 1), (text, interrupted.PartialText, interrupted.Usage!.CompletionTokens));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(": ping\n\n", true)]
    [InlineData(Hello, false)]
    public async Task Stream_that_is_interrupted_may_be_asked_for_again_before_its_first_piece(string events, bool isTransient)
    {
        var (_, error) = await Read(events);

        var interrupted = Assert.IsType<LLMStreamInterruptedException>(error);
        Assert.Equal(isTransient, interrupted.IsTransient);
    }

    [Theory]
    [InlineData("data: [DONE]\n\n")]
    [InlineData("data: {\"choices\":[]}\n\ndata: [DONE]\n\n")]
    public async Task Stream_that_is_done_without_any_choice_is_no_answer(string events)
    {
        var (_, error) = await Read(events);

        Assert.IsType<LLMInvalidResponseException>(error);
        Assert.Equal("local: The answer has no choices, so it holds no text.", error!.Message);
    }

    [Theory]
    [InlineData("data: [DONE]\n\n")]
    [InlineData("data: [DONE]")]
    [InlineData("data:[DONE]\r\r")]
    [InlineData(Stop)]
    [InlineData(Stop + "data: [DONE]\n\ndata: {\"error\":\"late\"}\n\n")]
    public async Task Stream_with_either_terminal_is_complete(string end)
    {
        var (text, error) = await Read(Hello + end);

        Assert.Equal(("Hello", null), (text, error));
    }

    [Theory]
    [InlineData("data: {\"error\":{\"message\":\"Busy\",\"code\":\"server_is_overloaded\"}}\n\n", typeof(LLMServerException))]
    [InlineData("event: error\ndata: {\"error\":{\"message\":\"No\",\"type\":\"invalid_request_error\",\"status_code\":400}}\n\n", typeof(LLMInvalidRequestException))]
    [InlineData("event: error\ndata: {\"message\":\"Full\",\"code\":429}\n\n", typeof(LLMRateLimitException))]
    [InlineData("event: error\ndata: broken\n\n", typeof(LLMServerException))]
    [InlineData("data: {\"choices\":[],\"x_groq\":{\"error\":\"over capacity\"}}\n\n", typeof(LLMServerException))]
    public async Task Stream_error_event_is_the_error_it_stands_for(string @event, Type expected)
    {
        var (_, error) = await Read(Hello + @event + Stop);

        Assert.IsType(expected, error);
        Assert.Equal(("Hello", 1), (error!.PartialText, error.Usage!.CompletionTokens));
    }

    [Fact]
    public async Task Stream_bad_json_in_an_event_is_an_invalid_response()
    {
        var (_, error) = await Read(Hello + "data: {\"choices\":[}\n\n" + Stop);

        Assert.IsType<LLMInvalidResponseException>(error);
        Assert.Equal("Hello", error.PartialText);
    }

    [Theory]
    [InlineData("event: ping\ndata: now\n\n")]
    [InlineData("event: ping\n\n")]
    [InlineData("id: 4\nretry: 10\n\n")]
    [InlineData("data: {\"choices\":[{\"index\":1,\"delta\":{\"content\":\"other\"}}]}\n\n")]
    [InlineData("data: {\"choices\":[{}]}\n\ndata: {}\n\ndata:\n\n")]
    [InlineData("data: {\"choices\":\ndata: []}\n\n")]
    public async Task Stream_what_brings_nothing_is_passed_over(string @event)
    {
        var (text, error) = await Read(@event + Hello + @event + Stop);

        Assert.Equal(("Hello", null), (text, error));
    }

    [Fact]
    public async Task Stream_answered_with_one_whole_answer_gives_it()
    {
        var (text, error) = await Read(Some.Answer);

        Assert.Equal(("Hello, world", null), (text, error));
    }

    [Fact]
    public async Task Stream_answered_with_a_page_is_an_invalid_response()
    {
        var (_, error) = await Read("\r\n <!DOCTYPE html><p>Sign in</p>");

        Assert.IsType<LLMInvalidResponseException>(error);
        Assert.Equal(
            "local: The answer is an HTML or XML page, not a stream of events. Check BaseUrl and any proxy on the way.", error.Message);
    }

    [Theory]
    [InlineData(2000, 1024, 100_000, 100_000, "line of the stream is larger than 1024 bytes. Raise MaxLineBytes")]
    [InlineData(2000, 100_000, 1024, 100_000, "event of the stream is larger than 1024 bytes. Raise MaxEventBytes")]
    [InlineData(2000, 100_000, 100_000, 1024, "answer is larger than 1024 bytes. Raise MaxResponseBytes")]
    public async Task Stream_over_a_cap_is_refused(int length, int line, int @event, int answer, string message)
    {
        var options = Some.Options();
        (options.MaxLineBytes, options.MaxEventBytes, options.MaxResponseBytes) = (line, @event, answer);
        var long1 = Hello.Replace("Hello", new string('x', length), StringComparison.Ordinal);

        var (_, error) = await Read(new PiecewiseStream(System.Text.Encoding.UTF8.GetBytes(long1 + Stop), 100, all: true), options);

        Assert.IsType<LLMInvalidResponseException>(error);
        Assert.Equal($"local: The {message} if this size is expected.", error.Message);
    }

    [Fact]
    public async Task Stream_many_comments_need_no_memory_and_break_no_cap()
    {
        var options = Some.Options();
        options.MaxEventBytes = 1024;

        var (text, error) = await Read(
            new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(": ping\n", 10_000)) + Hello + Stop)), options);

        Assert.Equal(("Hello", null), (text, error));
    }

    [Theory]
    [InlineData(true, typeof(LLMStreamInterruptedException))]
    [InlineData(false, typeof(LLMConnectionException))]
    public async Task Stream_broken_connection_is_a_cut_answer_only_after_content(bool afterContent, Type expected)
    {
        var (_, error) = await Read(new BrokenStream(afterContent ? Hello : ": hi\n\n"));

        Assert.IsType(expected, error);
        Assert.Equal(afterContent ? "Hello" : null, error!.PartialText);
        Assert.IsType<IOException>(error.InnerException);
    }

    [Fact]
    public async Task Stream_broken_after_the_finish_reason_is_complete()
    {
        var (text, error) = await Read(new BrokenStream(Hello + Stop));

        Assert.Equal(("Hello", null), (text, error));
    }

    [Fact]
    public async Task Stream_abandoned_closes_the_body()
    {
        var body = new BrokenStream(Hello + Hello);
        var service = Some.Service(Server(body));

        await foreach (var _ in service.GenerateStreamAsync(LLMRequest.FromPrompt("Hi")))
        {
            break;
        }

        Assert.True(body.IsClosed);
    }

    [Fact]
    public async Task Stream_sends_nothing_before_it_is_read()
    {
        var sent = 0;
        using var server = new MockHttpMessageHandler();
        server.When("*").Respond(_ =>
        {
            sent++;
            return new HttpResponseMessage { Content = new StringContent(Hello + Stop) };
        });

        var stream = Some.Service(server).GenerateStreamAsync(LLMRequest.FromPrompt("Hi"));

        Assert.Equal(0, sent);
        Assert.Equal("Hello", (await stream.ToResponseAsync()).Text);
        Assert.Equal("Hello", (await stream.ToResponseAsync()).Text);
        Assert.Equal(2, sent);
    }

    [Fact]
    public async Task Stream_tool_calls_without_index_are_kept_apart_by_their_ids()
    {
        const string Piece = "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"id\":\"ID\",\"function\":{\"name\":\"NAME\",\"arguments\":\"ARGS\"}}]}}]}\n\n";
        var body = string.Concat(new[] { ("a", "f", "{\\\"x\\\":"), ("", "", "1}"), ("b", "g", "{}") }.Select(piece => Piece
            .Replace("ID", piece.Item1, StringComparison.Ordinal)
            .Replace("NAME", piece.Item2, StringComparison.Ordinal)
            .Replace("ARGS", piece.Item3, StringComparison.Ordinal)));

        var response = await Some.Service(Server(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body + Stop))))
            .GenerateStreamAsync(LLMRequest.FromPrompt("Hi")).ToResponseAsync();

        Assert.Equal(
            [("a", "f", "{\"x\":1}"), ("b", "g", "{}")], response.Message.ToolCalls.Select(call => (call.Id, call.Name, call.Arguments)));
    }

    private static Task<(string Text, LLMServiceException? Error)> Read(string body) =>
        Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body)));

    private static async Task<(string Text, LLMServiceException? Error)> Read(Stream body, OpenAICompatibleOptions? options = null)
    {
        var text = string.Empty;
        var error = await Record.ExceptionAsync(async () =>
        {
            await foreach (var update in Some.Service(Server(body), options).GenerateStreamAsync(LLMRequest.FromPrompt("Hi")))
            {
                text += update.Text;
            }
        });
        return (text, error is null ? null : Assert.IsAssignableFrom<LLMServiceException>(error));
    }

    private static MockHttpMessageHandler Server(Stream body)
    {
        var server = new MockHttpMessageHandler();
        server.When("*").Respond(_ => new HttpResponseMessage { Content = new StreamContent(body) });
        return server;
    }
}
