using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Proofs.LedgerTruth;

/// <summary>
/// A server of OpenAI's protocol that answers four of five requests and spoils the others, and counts what it has told. Its prices are written
/// here a second time, and its sums are made without the product.
/// </summary>
internal sealed partial class CountingServer : IAsyncDisposable
{
    public const decimal InputPrice = 0.37m;
    public const decimal CachedPrice = 0.113m;
    public const decimal OutputPrice = 1.93m;
    private const decimal Million = 1_000_000;

    private readonly Lock _lock = new();
    private readonly Random _random;
    private readonly Dictionary<string, Told> _told = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly FaultServer _server;

    public CountingServer(int seed)
    {
        _random = new Random(seed);
        _server = FaultServer.Start((_, request) => Answer(request));
    }

    public Uri Address => new(_server.Address, "v1");

    /// <summary>Whole requests that came.</summary>
    public int Received => Kinds.Values.Sum();

    /// <summary>How often it answered how.</summary>
    public IReadOnlyDictionary<string, int> Kinds
    {
        get
        {
            lock (_lock)
            {
                return new SortedDictionary<string, int>(_kinds, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>What it told, by user.</summary>
    public IReadOnlyDictionary<string, Told> ByUser
    {
        get
        {
            lock (_lock)
            {
                return new Dictionary<string, Told>(_told, StringComparer.Ordinal);
            }
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    // Every answer ends its connection: a client that finds a kept one closed would send its request again by itself.
    private FaultReply Answer(FaultRequest request)
    {
        var body = request.BodyText;
        var isStream = body.Contains("\"stream\":true", StringComparison.Ordinal);
        lock (_lock)
        {
            var user = UserOf().Match(body).Value;
            var usage = NextUsage_NeedsLock();
            var kind = NextKind_NeedsLock(isStream);
            _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
            if (kind == "answered")
            {
                _told[user] = _told.GetValueOrDefault(user) + usage;
            }

            return Reply(kind, isStream ? Streamed(usage) : Whole(usage), isStream);
        }
    }

    private string NextKind_NeedsLock(bool isStream) => _random.Next(100) switch
    {
        < 80 => "answered",
        < 84 => "429",
        < 88 => "500",
        < 91 => "503",
        < 94 => "cut",
        < 97 => "reset",
        < 99 => isStream ? "cut before its usage" : "no json",
        _ => "stalled",
    };

    private Told NextUsage_NeedsLock()
    {
        var prompt = _random.Next(20, 4000);
        var completion = _random.Next(1, 2000);
        var cached = _random.Next(2) == 0 ? 0 : _random.Next(prompt);
        return new Told
        {
            Prompt = prompt,
            Cached = cached,
            Completion = completion,
            Reasoning = _random.Next(completion),
            Cost = (((prompt - cached) * InputPrice) + (cached * CachedPrice) + (completion * OutputPrice)) / Million,
        };
    }

    private static FaultReply Reply(string kind, string good, bool isStream)
    {
        var type = isStream ? "text/event-stream" : "application/json";
        return kind switch
        {
            "answered" => Reply(200, type, good, good.Length),
            "429" or "500" or "503" => Reply(int.Parse(kind, CultureInfo.InvariantCulture), "application/json", """{"error":{"message":"not now"}}"""),
            "cut" => Reply(200, type, good[..(good.Length / 3)], good.Length),
            "cut before its usage" => Reply(200, type, good[..good.IndexOf("\"usage\"", StringComparison.Ordinal)], good.Length),
            "no json" => Reply(200, type, "<html></html>"),
            "reset" => new FaultReply(FaultStep.Reset),
            _ => new FaultReply(FaultStep.Stall),
        };
    }

    private static FaultReply Reply(int status, string type, string body, int? length = null) => new(
        FaultStep.Send(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} -\r\nContent-Type: {type}\r\nContent-Length: {length ?? body.Length}\r\nConnection: close\r\n\r\n{body}"))),
        FaultStep.Close);

    private static string Whole(Told usage) =>
        $$"""{"id":"a","model":"counted-1","choices":[{"index":0,"message":{"role":"assistant","content":"Good."},"finish_reason":"stop"}],{{Usage(usage)}}}""";

    private static string Streamed(Told usage) => string.Concat(
        """data: {"id":"a","model":"counted-1","choices":[{"index":0,"delta":{"role":"assistant","content":"Go"}}]}""" + "\n\n",
        """data: {"id":"a","model":"counted-1","choices":[{"index":0,"delta":{"content":"od."},"finish_reason":"stop"}]}""" + "\n\n",
        $$"""data: {"id":"a","model":"counted-1","choices":[],{{Usage(usage)}}}""" + "\n\n",
        "data: [DONE]\n\n");

    private static string Usage(Told usage) => "\"usage\":" + JsonSerializer.Serialize(new
    {
        prompt_tokens = usage.Prompt,
        completion_tokens = usage.Completion,
        total_tokens = usage.Prompt + usage.Completion,
        prompt_tokens_details = new { cached_tokens = usage.Cached },
        completion_tokens_details = new { reasoning_tokens = usage.Reasoning },
    });

    [GeneratedRegex("user-[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex UserOf();
}
