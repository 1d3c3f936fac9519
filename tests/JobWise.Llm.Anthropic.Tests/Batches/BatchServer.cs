using System.Net;
using System.Text;
using RichardSzalay.MockHttp;

namespace JobWise.Llm.Anthropic.Tests.Batches;

/// <summary>A server of batches: each address has its answer, and every request is kept with its body.</summary>
internal sealed class BatchServer : IDisposable
{
    public const string Batch = """
        {"id":"msgbatch_1","type":"message_batch","processing_status":"in_progress","request_counts":{"processing":2,"succeeded":1,"errored":1,"canceled":0,"expired":0},
         "ended_at":null,"created_at":"2026-11-24T10:00:00Z","expires_at":"2026-11-25T10:00:00.5Z","archived_at":null,"cancel_initiated_at":null,"results_url":null}
        """;

    private readonly MockHttpMessageHandler _handler = new();
    private readonly List<string> _requests = [];

    /// <summary>Method, address below the version and body of every request.</summary>
    public IReadOnlyList<string> Requests => _requests;

    public ILLMBatchService Service(AnthropicOptions? options = null) => (ILLMBatchService)Some.Service(_handler, options).GetService(typeof(ILLMBatchService))!;

    public BatchServer On(HttpMethod method, string path, string answer, int status = 200)
    {
        _handler.When(method, "https://api.anthropic.com/v1/messages/batches*").With(message => message.RequestUri!.PathAndQuery == $"/v1/messages/batches{path}").Respond(async message =>
        {
            var body = message.Content is null ? string.Empty : await message.Content.ReadAsStringAsync();
            _requests.Add($"{message.Method} {message.RequestUri!.PathAndQuery} {body}".TrimEnd());
            return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(answer, Encoding.UTF8, "application/json") };
        });
        return this;
    }

    /// <summary>A batch that has ended, with its results.</summary>
    public BatchServer WithResults(string lines, string counts)
    {
        On(HttpMethod.Get, "/msgbatch_1", $$"""
            {"id":"msgbatch_1","processing_status":"ended","request_counts":{{counts}},"results_url":"https://elsewhere.example/steal"}
            """);
        return On(HttpMethod.Get, "/msgbatch_1/results", lines);
    }

    public void Dispose() => _handler.Dispose();
}
