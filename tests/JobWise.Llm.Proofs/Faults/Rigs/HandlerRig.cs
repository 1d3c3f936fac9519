using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>
/// Reads the handler that a call really went through: a connection is given up within two minutes, so that a changed address of a name is
/// seen; connecting ends; redirects, cookies and compression are off. Waiting two minutes would show no more.
/// </summary>
internal sealed class HandlerRig() : CaseRig("handler", 2)
{
    public override IReadOnlyList<string> Cases { get; } = ["connection-lifetime"];

    protected override async Task<FaultVerdict> RunAsync(int index, JobWiseSubject subject, FaultBench bench)
    {
        var filter = new HandlerFilter();
        var scene = new FaultScene(FaultMatrix.WireOf(subject), FaultMode.Unary, new Uri("http://127.0.0.1/"));
        await using var server = FaultServer.Start([scene.Right()]);
        await using var services = subject.Build(
            new ProviderAddress(server.Address), new FaultWatch(), more => more.AddSingleton<IHttpMessageHandlerBuilderFilter>(filter));
        var reading = await JobWiseSubject.AskAsync(services.GetRequiredService<ILLMService>(), FaultMode.Unary, CancellationToken.None);
        return filter.Seen is SocketsHttpHandler handler
            && reading.Text == scene.Text
            && handler.PooledConnectionLifetime > TimeSpan.Zero
            && handler.PooledConnectionLifetime <= TimeSpan.FromMinutes(2)
            && handler is { AllowAutoRedirect: false, UseCookies: false, AutomaticDecompression: System.Net.DecompressionMethods.None }
            && handler.ConnectTimeout <= TimeSpan.FromSeconds(10)
            ? FaultVerdict.Clean
            : FaultVerdict.Wrong($"the handler of the call is {filter.Seen?.GetType().Name} with other settings than promised");
    }
}
