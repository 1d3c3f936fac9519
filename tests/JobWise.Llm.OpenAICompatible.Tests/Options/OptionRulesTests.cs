using System.Diagnostics;
using JobWise.Llm.Wire;

namespace JobWise.Llm.OpenAICompatible.Tests.Options;

public sealed class OptionRulesTests
{
    [Theory]
    [InlineData("ftp://x.example/v1", "s:BaseUrl 'ftp://x.example/v1' is not an absolute http or https address. Write it in full, such as https://api.example.com/v1.")]
    [InlineData("/v1", "s:BaseUrl '/v1' is not an absolute http or https address. Write it in full, such as https://api.example.com/v1.")]
    [InlineData("user:canary@x.example/v1", "s:BaseUrl '(not shown: it may hold a secret)' is not an absolute http or https address. Write it in full, such as https://api.example.com/v1.")]
    [InlineData("http://x.example/v1", "s:BaseUrl 'http://x.example/v1' would send the key and the prompts unencrypted. Use https, or set AllowInsecureHttp to true.")]
    [InlineData("https://user:pass@x.example/v1", "s:BaseUrl 'https://x.example/v1' holds a user name or password. Take it out and set ApiKey instead.")]
    [InlineData("https://169.254.169.254/v1", "s:BaseUrl 'https://169.254.169.254/v1' is a cloud metadata address. Set the address of the model server.")]
    [InlineData("http://2852039166/v1", "s:BaseUrl 'http://169.254.169.254/v1' is a cloud metadata address. Set the address of the model server.")]
    [InlineData("https://[::ffff:169.254.169.254]/v1", "s:BaseUrl 'https://[::ffff:169.254.169.254]/v1' is a cloud metadata address. Set the address of the model server.")]
    [InlineData("https://metadata.google.internal/v1", "s:BaseUrl 'https://metadata.google.internal/v1' is a cloud metadata address. Set the address of the model server.")]
    public void Failures_unsafe_address_is_refused(string url, string message) =>
        Assert.Equal([message], Failures(options => options.BaseUrl = new Uri(url, UriKind.RelativeOrAbsolute)));

    [Theory]
    [InlineData("https://x.example/v1")]
    [InlineData("http://localhost:11434/v1")]
    [InlineData("http://127.0.0.1:8000/v1")]
    [InlineData("http://[::1]:8000/v1")]
    [InlineData("https://10.0.0.7/v1?api-version=1")]
    public void Failures_safe_address_is_taken(string url) => Assert.Empty(Failures(options => options.BaseUrl = new Uri(url)));

    [Fact]
    public void Failures_plain_http_on_request_is_taken() => Assert.Empty(Failures(options =>
    {
        options.BaseUrl = new Uri("http://gpu.lan:8000/v1");
        options.AllowInsecureHttp = true;
    }));

    [Fact]
    public void Failures_missing_address_names_the_cure() => Assert.Equal(
        ["s:BaseUrl is not set. Set it to the address of the server, such as http://localhost:11434/v1."],
        Failures(options => options.BaseUrl = null));

    [Fact]
    public void Failures_key_with_a_line_break_is_refused_without_printing_it() => Assert.Equal(
        ["The key from s:ApiKey holds a line break, a space or another character outside printable ASCII. Copy the key again, without quotes."],
        Failures(options => options.ApiKey = "abc\r\nX-Evil: 1"));

    [Fact]
    public void Failures_connect_timeout_out_of_range() => Assert.Equal(
        ["s:ConnectTimeout is 00:00:00. Set it above zero and to at most 00:05:00."],
        Failures(options => options.ConnectTimeout = TimeSpan.Zero));

    [Fact]
    public void Failures_caps_out_of_range() => Assert.Equal(
        [
            "s:MaxResponseBytes is 1. Set it between 1024 and 1073741824.",
            "s:MaxEventBytes is 2. Set it between 1024 and 1073741824.",
            "s:MaxLineBytes is -3. Set it between 1024 and 1073741824.",
        ],
        Failures(options => (options.MaxResponseBytes, options.MaxEventBytes, options.MaxLineBytes) = (1, 2, -3)));

    [Theory]
    [InlineData("authorization", "x", "s:DefaultHeaders: the header 'authorization' is set by the library and cannot be replaced. Remove it.")]
    [InlineData("Content-Type", "x", "s:DefaultHeaders: the header 'Content-Type' is set by the library and cannot be replaced. Remove it.")]
    [InlineData("X-Team", "a\r\nX-Evil: 1", "s:DefaultHeaders: the header 'X-Team' has a value with a line break or another character outside printable ASCII. Remove that character.")]
    [InlineData("X Team", "a", "s:DefaultHeaders: the header 'X Team' is not a valid header. Correct its name or its value.")]
    public void Failures_header_that_may_not_be_sent(string name, string value, string message) =>
        Assert.Equal([message], Failures(options => options.DefaultHeaders[name] = value));

    [Fact]
    public void Options_serialize_without_the_key_and_the_headers_which_may_hold_another()
    {
        var options = Some.Options("canary");
        options.DefaultHeaders["X-Gateway"] = "canary";

        Assert.DoesNotContain("canary", System.Text.Json.JsonSerializer.Serialize(options), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(OpenAIProtocolOptions.ApiKey))]
    [InlineData(nameof(OpenAIProtocolOptions.ApiKeyProvider))]
    [InlineData(nameof(OpenAIProtocolOptions.DefaultHeaders))]
    public void Options_hide_what_may_hold_a_key_from_a_debugger(string property)
    {
        var attributes = typeof(OpenAIProtocolOptions).GetProperty(property)!.GetCustomAttributes(typeof(DebuggerBrowsableAttribute), inherit: false);

        Assert.Equal(DebuggerBrowsableState.Never, Assert.IsType<DebuggerBrowsableAttribute>(Assert.Single(attributes)).State);
    }

    private static IEnumerable<string> Failures(Action<OpenAICompatibleOptions> change)
    {
        var options = Some.Options();
        change(options);
        return OptionRules.Failures("s", options, OpenAIDialect.Compatible.ToVendor());
    }
}
