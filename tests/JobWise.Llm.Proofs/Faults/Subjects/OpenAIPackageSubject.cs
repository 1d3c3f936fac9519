using System.ClientModel;
using System.Text;
using OpenAI;
using OpenAI.Chat;

namespace JobWise.Llm.Proofs.Faults.Subjects;

/// <summary>The OpenAI package as its users call it, with the same attempt timeout and the deadline as a token. A control.</summary>
internal sealed class OpenAIPackageSubject : IFaultSubject
{
    public const string ClientName = "OpenAI package";

    public string Name => ClientName;

    public string Protocol => "openai";

    public bool IsOurs => false;

    // Its users have no deadline but a token, so that ending with it is right.
    public bool IsOwn(Exception error) => error is ClientResultException or OperationCanceledException { CancellationToken.IsCancellationRequested: true };

    public async Task<FaultReading> AskAsync(FaultQuestion question, Uri server, FaultWatch watch, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(FaultLimits.Deadline);
        var options = new OpenAIClientOptions { Endpoint = new Uri(server, "v1"), NetworkTimeout = FaultLimits.Attempt };
        var client = new ChatClient("fault-model", new ApiKeyCredential(FaultWatch.Key), options);
        ChatMessage[] messages = [new UserChatMessage(FaultWatch.Prompt)];
        if (question.Mode == FaultMode.Stream)
        {
            var text = new StringBuilder();
            string? finish = null;
            await foreach (var update in client.CompleteChatStreamingAsync(messages, cancellationToken: deadline.Token))
            {
                update.ContentUpdate.ToList().ForEach(part => text.Append(part.Text));
                finish = update.FinishReason?.ToString() ?? finish;
            }

            return new FaultReading(text.ToString(), finish);
        }

        var completion = await client.CompleteChatAsync(messages, new ChatCompletionOptions(), deadline.Token);
        return new FaultReading(string.Concat(completion.Value.Content.Select(part => part.Text)), completion.Value.FinishReason.ToString());
    }
}
