using JobWise.Llm.Wire;

namespace JobWise.Llm.OpenAICompatible.Tests.Keys;

public sealed class ApiKeySourceTests
{
    private static readonly Vendor Vendor =
        new OpenAIDialect { ProviderName = "vendor", ApiKeyVariable = "VENDOR_API_KEY", RequiresApiKey = true }.ToVendor();

    [Theory]
    [InlineData("delegate", "option", "config", "env", "delegate")]
    [InlineData(null, "option", "config", "env", "option")]
    [InlineData(null, " ", "config", "env", "config")]
    [InlineData(null, null, "", "env", "env")]
    [InlineData(null, null, null, "  env\r\n", "env")]
    public async Task GetAsync_first_source_that_has_a_key_wins(string? provided, string? option, string? config, string? env, string expected)
    {
        var key = await Get(new OpenAICompatibleOptions { ApiKeyProvider = _ => new(provided), ApiKey = option }, config, env);

        Assert.Equal(expected, key);
    }

    [Fact]
    public async Task GetAsync_no_key_where_one_is_needed_names_every_source()
    {
        var error = await Assert.ThrowsAsync<LLMAuthenticationException>(() => Get(new OpenAICompatibleOptions()));

        Assert.Equal(
            "There is no key for vendor. Set the environment variable VENDOR_API_KEY, JobWise:Llm:Providers:v:ApiKey or ApiKeyProvider.",
            error.Message);
    }

    [Fact]
    public async Task GetAsync_no_key_where_none_is_needed_is_null() =>
        Assert.Null(await new ApiKeySource("s", OpenAIDialect.Compatible.ToVendor(), _ => null, _ => null).GetAsync(new OpenAICompatibleOptions(), default));

    [Theory]
    [InlineData("secret\r\nX-Evil: 1")]
    [InlineData("secret\nmore")]
    [InlineData("secret key")]
    [InlineData("secret\0")]
    [InlineData("secrét")]
    [InlineData("secret\u007f")]
    [InlineData("“secret”")]
    public async Task GetAsync_key_that_cannot_stand_in_a_header_is_refused_without_printing_it(string key)
    {
        var error = await Assert.ThrowsAsync<LLMAuthenticationException>(() => Get(new OpenAICompatibleOptions(), env: key));

        Assert.Equal(
            "The key from the environment variable VENDOR_API_KEY holds a line break, a space or another character outside printable ASCII. Copy the key again, without quotes.",
            error.Message);
    }

    [Fact]
    public async Task GetAsync_delegate_that_fails_is_an_authentication_error()
    {
        var options = new OpenAICompatibleOptions { ApiKeyProvider = _ => throw new InvalidOperationException("vault") };

        var error = await Assert.ThrowsAsync<LLMAuthenticationException>(() => Get(options));

        Assert.Equal("JobWise:Llm:Providers:v:ApiKeyProvider failed with InvalidOperationException, so there is no key to call vendor with.", error.Message);
        Assert.IsType<InvalidOperationException>(error.InnerException);
    }

    private static async Task<string?> Get(OpenAICompatibleOptions options, string? config = null, string? env = null) =>
        await new ApiKeySource(
            "JobWise:Llm:Providers:v",
            Vendor,
            name => name == "VENDOR_API_KEY" ? config : null,
            name => name == "VENDOR_API_KEY" ? env : null).GetAsync(options, CancellationToken.None);
}
