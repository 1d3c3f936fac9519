using System.Text;
using JobWise.Llm.Wire;

namespace JobWise.Llm.OpenAICompatible.Tests.Http;

public class JsonBodyTests
{
    [Fact]
    public async Task CopyToAsync_again_as_on_a_connection_that_was_closed_writes_the_same_body()
    {
        using var body = CreateBody("Grüße");
        using MemoryStream first = new(), second = new();

        await body.CopyToAsync(first);
        await body.CopyToAsync(second);

        Assert.Equal("""{"text":"Grüße"}""", Encoding.UTF8.GetString(first.ToArray()));
        Assert.Equal(first.ToArray(), second.ToArray());
        Assert.Equal(first.Length, body.Headers.ContentLength);
    }

    [Fact]
    public async Task CopyToAsync_where_the_stream_breaks_can_be_repeated()
    {
        using var body = CreateBody("x");
        using var whole = new MemoryStream();

        await Assert.ThrowsAsync<NotSupportedException>(() => body.CopyToAsync(new MemoryStream([], writable: false)));
        await body.CopyToAsync(whole);

        Assert.Equal(body.Headers.ContentLength, whole.Length);
    }

    [Fact]
    public void Constructor_with_a_value_that_is_no_json_throws_before_anything_is_sent()
    {
        var writer = new RequestBody<double>(static (json, value) => json.WriteNumberValue(value));

        Assert.Throws<LLMInvalidRequestException>(() => new JsonBody<double>(writer, double.NaN));
    }

    private static JsonBody<string> CreateBody(string text)
    {
        var writer = new RequestBody<string>(static (json, value) =>
        {
            json.WriteStartObject();
            json.WriteString("text", value);
            json.WriteEndObject();
        });
        return new JsonBody<string>(writer, text);
    }
}
