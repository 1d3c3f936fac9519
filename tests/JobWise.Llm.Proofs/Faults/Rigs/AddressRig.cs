using System.Net;
using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>
/// Addresses that a key and a prompt must not be sent to, in all their spellings, and good ones that must work. Each is written
/// as text into the configuration, as a user does it: the check at the start of the application must name the setting, and a call must not send
/// anything. No network is touched.
/// </summary>
internal sealed class AddressRig() : CaseRig("address", 50, 51)
{
    private static readonly string[] Good =
    [
        "https://api.example.com/v1", "https://api.example.com", "https://api.example.com:8443/openai/v1/", "https://api.example.com/v1?api-version=2",
        "https://xn--bcher-kva.example/v1", "https://bücher.example/v1", "https://203.0.113.7/v1", "https://[2001:db8::7]/v1", "https://gateway/v1",
        "http://localhost:11434/v1", "http://127.0.0.1:8080/v1", "http://[::1]:8080/v1", "http://127.3.2.1/v1", "http://LOCALHOST/v1", "HTTPS://API.EXAMPLE.COM/v1",
    ];

    private static readonly string[] Bad =
    [
        "http://api.example.com/v1", "http://203.0.113.7/v1", "http://[2001:db8::7]/v1", "http://10.0.0.5/v1", "http://192.168.1.5:8080/v1", "http://172.16.0.1/v1",
        "http://0.0.0.0/v1", "http://localhost.example.com/v1", "http://127.0.0.1.example.com/v1", "http://xn--lcalhost-54a.example/v1", "http://2130706433.example/v1",
        "https://user:pass@api.example.com/v1", "https://user@api.example.com/v1", "https://:pass@api.example.com/v1", "http://user:pass@localhost/v1",
        "https://127.0.0.1@evil.example/v1", "http://localhost:80@evil.example/v1", "http://localhost%2f@evil.example/v1",
        "https://169.254.169.254/latest/meta-data", "http://169.254.169.254/", "https://2852039166/", "https://0xA9FEA9FE/", "https://0251.0376.0251.0376/",
        "https://0xA9.0xFE.0xA9.0xFE/", "https://169.254.43518/", "https://169.16689662/", "https://[::ffff:169.254.169.254]/", "https://[::ffff:a9fe:a9fe]/",
        "https://169.254.170.2/v2", "https://169.254.0.1/", "https://[fe80::1]/", "https://[fd00:ec2::254]/", "https://100.100.100.200/",
        "https://metadata.google.internal/", "https://METADATA.google.internal/", "https://metadata.google.internal./", "https://metadata.goog/", "https://instance-data/",
        "https://169。254。169。254/", "https://[::169.254.169.254]/", "https://[64:ff9b::a9fe:a9fe]/", "https://[2002:a9fe:a9fe::1]/",
        "http://metadata.google.internal/computeMetadata/v1/", "ftp://api.example.com/v1", "file:///etc/passwd", "ws://localhost/v1", "wss://api.example.com/v1",
        "gopher://localhost/", "unix:///var/run/docker.sock", "javascript:alert(1)", "data:text/plain,x", "mailto:a@example.com", "net.pipe://localhost/x",
        "urn:x", "about:blank", "ldap://localhost/", "dict://localhost/", "//api.example.com/v1", "/v1", "v1", "api.example.com/v1",
    ];

    public override IReadOnlyList<string> Cases { get; } = [.. Good.Concat(Bad)];

    protected override async Task<FaultVerdict> RunAsync(int index, JobWiseSubject subject, FaultBench bench)
    {
        var key = $"JobWise:Llm:Providers:{subject.Instance}:BaseUrl";
        using var stub = new StubHandler();
        await using var services = subject.Build(new ProviderAddress(new Uri("http://127.0.0.1/")) { IsConfigured = true }, new FaultWatch(), more => more
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)Cases[index])]).Build())
            .AddSingleton<IHttpMessageHandlerBuilderFilter>(new HandlerFilter(stub)));
        var refusals = Refusals(services);
        try
        {
            await JobWiseSubject.AskAsync(services.GetRequiredService<ILLMService>(), FaultMode.Unary, CancellationToken.None);
            return FaultVerdict.Wrong("an answer came though none was sent");
        }
        catch (LLMServiceException error)
        {
            return index < Good.Length ? JudgeGood(refusals, stub, error) : JudgeBad(refusals, stub, key);
        }
    }

    // As a host checks the options when it starts.
    private static IReadOnlyList<string> Refusals(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return [.. refused.Failures];
        }
    }

    private static FaultVerdict JudgeGood(IReadOnlyList<string> refusals, StubHandler stub, LLMServiceException error) =>
        refusals.Count > 0 ? FaultVerdict.Wrong($"refused at the start: {refusals[0]}")
        : stub.Calls == 0 ? FaultVerdict.Wrong($"refused: {error.Message}")
        : FaultVerdict.Clean;

    private static FaultVerdict JudgeBad(IReadOnlyList<string> refusals, StubHandler stub, string key) =>
        stub.Calls > 0 ? FaultVerdict.Wrong($"sent to {stub.Last}")
        : refusals is not [var refusal] ? FaultVerdict.Wrong($"{refusals.Count} settings were refused at the start, not 1")
        : !refusal.StartsWith(key + " ", StringComparison.Ordinal) ? FaultVerdict.Wrong($"refused at the start for another reason: {refusal}")
        : FaultVerdict.Clean;

    /// <summary>Takes the place of the network.</summary>
    private sealed class StubHandler : HttpMessageHandler
    {
        public int Calls { get; private set; }

        public Uri? Last { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            Last = request.RequestUri;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest));
        }
    }
}
