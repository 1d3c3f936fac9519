using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Proofs.Faults.Subjects;

/// <summary>A provider of the library, registered as an application does it.</summary>
/// <param name="name">The provider's name, for the report.</param>
/// <param name="protocol">Which wire it speaks.</param>
/// <param name="instance">The instance's name, as its section in the configuration has it.</param>
/// <param name="add">Registers the provider at an address with a key.</param>
internal sealed class JobWiseSubject(string name, string protocol, string instance, Action<ILLMBuilder, ProviderAddress> add) : IFaultSubject
{
    public string Name => name;

    public string Instance => instance;

    /// <summary>The time of a call, of each attempt and of connecting; null gives each its own.</summary>
    public TimeSpan? Deadline { get; init; }

    public string Protocol => protocol;

    public bool IsOurs => true;

    public bool IsOwn(Exception error) => error is LLMServiceException;

    /// <summary>The same provider with one deadline for everything, where no time must be tight.</summary>
    public JobWiseSubject With(TimeSpan deadline) => new(name, protocol, instance, add) { Deadline = deadline };

    public async Task<FaultReading> AskAsync(FaultQuestion question, Uri server, FaultWatch watch, CancellationToken cancellationToken)
    {
        await using var services = Build(new ProviderAddress(server) { ConnectTimeout = Deadline ?? FaultLimits.Connect }, watch);
        return await AskAsync(services.GetRequiredService<ILLMService>(), question, cancellationToken);
    }

    public static Task<FaultReading> AskAsync(ILLMService service, FaultMode mode, CancellationToken cancellationToken) =>
        AskAsync(service, new FaultQuestion(mode), cancellationToken);

    private static async Task<FaultReading> AskAsync(ILLMService service, FaultQuestion question, CancellationToken cancellationToken)
    {
        var request = LLMRequest.FromPrompt(FaultWatch.Prompt) with { MaxTokens = question.MaxTokens };
        switch (question.Mode)
        {
            case FaultMode.Unary:
                var response = await service.GenerateAsync(request, cancellationToken);
                return new FaultReading(response.Text, response.FinishReason.Value);
            case FaultMode.Stream:
                return await StreamAsync(service, request, cancellationToken);
            default:
                var typed = await service.GenerateJsonAsync<FaultTown>(request, options: null, cancellationToken);
                return new FaultReading(JsonSerializer.Serialize(typed.Value, JsonSerializerOptions.Web), typed.Response.FinishReason.Value);
        }
    }

    /// <summary>The services of an application with this one provider.</summary>
    public ServiceProvider Build(ProviderAddress address, FaultWatch watch, Action<IServiceCollection>? more = null, TimeSpan? deadline = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(watch));
        more?.Invoke(services);
        add(services.AddJobWiseLlm(options => Configure(options, deadline ?? Deadline)), address);
        return services.BuildServiceProvider();
    }

    // A deadline of its own gives all of it to each attempt.
    private static void Configure(LLMPipelineOptions options, TimeSpan? deadline)
    {
        options.Timeout = deadline ?? FaultLimits.Deadline;
        options.AttemptTimeouts.FirstContent = deadline ?? FaultLimits.Attempt;
        options.AttemptTimeouts.Idle = deadline ?? FaultLimits.Attempt;
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(100);
        // The proof is about what the wire brings: the guardrails would take the control characters out of it, and say so.
        options.Guardrails.CleanOutput = false;
    }

    private static async Task<FaultReading> StreamAsync(ILLMService service, LLMRequest request, CancellationToken cancellationToken)
    {
        var seen = new StringBuilder();
        LLMResponse? response = null;
        await foreach (var update in service.GenerateStreamAsync(request, cancellationToken).WithCancellation(cancellationToken))
        {
            seen.Append(update.Text);
            response = update.Response ?? response;
        }

        var text = seen.ToString();
        return response is null || response.Text == text
            ? new FaultReading(text, response?.FinishReason.Value)
            : new FaultReading($"{text} (but the last update says: {response.Text})", response.FinishReason.Value);
    }
}
