using System.Net;
using System.Text;
using JobWise.Llm.TestKit;
using RichardSzalay.MockHttp;

namespace JobWise.Llm.OpenAICompatible.Tests.Batches;

/// <summary>A server of batches: each address has its answer, and every request is kept with its body.</summary>
internal sealed class BatchServer : IDisposable
{
    private readonly MockHttpMessageHandler _handler = new();
    private readonly List<string> _requests = [];

    public static LLMBatchRules Rules { get; } = new() { MaxItems = 5, MaxBytes = 4000, LongestWindow = TimeSpan.FromDays(7) };

    public HttpMessageHandler Handler => _handler;

    /// <summary>Method, address below the base and body of every request.</summary>
    public IReadOnlyList<string> Requests => _requests;

    public ILLMBatchService Service(LLMBatchRules? rules = null, OpenAICompatibleOptions? options = null, TimeProvider? time = null)
    {
        var dialect = OpenAIDialect.Compatible with { Batch = rules ?? Rules };
        var service = OpenAICompatibleLLMService.Create(dialect, new HttpClient(_handler), options ?? Some.Options(), time ?? new TwoClockTimeProvider());
        return (ILLMBatchService)service.GetService(typeof(ILLMBatchService))!;
    }

    public BatchServer On(HttpMethod method, string path, string answer, int status = 200) => On(method, path, _ => Response(answer, status));

    public BatchServer On(HttpMethod method, string path, Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        _handler.When(method, Some.BaseUrl + path.Split('?')[0]).With(message => FitsQuery(message, path)).Respond(async message =>
        {
            var body = message.Content is null ? string.Empty : await message.Content.ReadAsStringAsync();
            _requests.Add($"{message.Method} {message.RequestUri!.PathAndQuery["/v1".Length..]} {body}".TrimEnd());
            return answer(message);
        });
        return this;
    }

    /// <summary>A batch that has ended, with its files.</summary>
    public BatchServer WithBatch(string status, string? output = null, string? errors = null, string? input = null, string counts = "null")
    {
        string Id(string name, string? content) => content is null ? "null" : $"\"{name}\"";
        On(HttpMethod.Get, "/batches/batch_1", $$"""
            {"id":"batch_1","object":"batch","status":"{{status}}","input_file_id":{{Id("in", input)}},"output_file_id":{{Id("out", output)}},
             "error_file_id":{{Id("err", errors)}},"request_counts":{{counts}}}
            """);
        foreach (var (name, content) in new[] { ("out", output), ("err", errors), ("in", input) })
        {
            if (content is not null)
            {
                On(HttpMethod.Get, $"/files/{name}/content", content);
            }
        }

        return this;
    }

    public async Task<List<LLMBatchResult>> ResultsAsync() => await Service().GetResultsAsync("batch_1").ToListAsync();

    public void Dispose() => _handler.Dispose();

    public static HttpResponseMessage Response(string body, int status = 200) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private static bool FitsQuery(HttpRequestMessage message, string path) =>
        !path.Contains('?', StringComparison.Ordinal) || message.RequestUri!.PathAndQuery.EndsWith(path, StringComparison.Ordinal);
}
