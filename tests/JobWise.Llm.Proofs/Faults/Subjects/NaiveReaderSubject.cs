using System.Net.Http.Json;
using System.Text.Json;

namespace JobWise.Llm.Proofs.Faults.Subjects;

/// <summary>What is often written first: HttpClient as it comes, and a loop that takes the end of the stream for the end of the answer. A control.</summary>
/// <param name="deadline">Null is the same as the others have.</param>
internal sealed class NaiveReaderSubject(TimeSpan? deadline = null) : IFaultSubject
{
    public const string ClientName = "naive reader";

    public string Name => ClientName;

    public string Protocol => "openai";

    public bool IsOurs => false;

    public bool IsOwn(Exception error) => error is HttpRequestException;

    public async Task<FaultReading> AskAsync(FaultQuestion question, Uri server, FaultWatch watch, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = deadline ?? FaultLimits.Deadline };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, "v1/chat/completions"))
        {
            Content = JsonContent.Create(new { model = "fault-model", stream = question.Mode == FaultMode.Stream, messages = new[] { new { role = "user", content = FaultWatch.Prompt } } }),
            Headers = { { "Authorization", $"Bearer {FaultWatch.Key}" } },
        };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        return new FaultReading(question.Mode == FaultMode.Stream ? await StreamAsync(response, cancellationToken) : await WholeAsync(response, cancellationToken), null);
    }

    private static async Task<string> WholeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        return json.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString() ?? string.Empty;
    }

    private static async Task<string> StreamAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = string.Empty;
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line && line != "data: [DONE]")
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal))
            {
                using var json = JsonDocument.Parse(line[6..]);
                text += json.RootElement.GetProperty("choices").EnumerateArray().Select(TextOf).FirstOrDefault();
            }
        }

        return text;
    }

    private static string? TextOf(JsonElement choice) => choice.GetProperty("delta").TryGetProperty("content", out var content) ? content.GetString() : null;
}
