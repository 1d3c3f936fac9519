using System.Text;

namespace JobWise.Llm.Proofs.Fuzz;

/// <summary>Makes one call over the bytes of the moment and judges what came of it.</summary>
internal static class FuzzCall
{
    private static readonly LLMRequest Request = LLMRequest.FromPrompt("Say something.");
    private static readonly LLMJsonOptions<FuzzAnswer> NoSecondAsk = new() { ReAsk = false };

    public static async Task<Outcome> MakeAsync(ILLMService service, FuzzKind kind)
    {
        try
        {
            return kind switch
            {
                FuzzKind.Stream => await StreamAsync(service),
                FuzzKind.Json => Judge((await service.GenerateJsonAsync(Request, FuzzJsonContext.Default.FuzzAnswer, NoSecondAsk)).Response),
                _ => Judge(await service.GenerateAsync(Request)),
            };
        }
        catch (LLMServiceException error)
        {
            return new Outcome { Print = $"{error.GetType().Name} {error.Message} {error.PartialText}", Bad = Nameless(error) };
        }
        catch (Exception error) // What must never reach a caller is what this looks for.
        {
            return new Outcome { Print = error.GetType().Name, Bad = $"{error.GetType().Name} escaped" };
        }
    }

    private static async Task<Outcome> StreamAsync(ILLMService service)
    {
        var text = new StringBuilder();
        LLMResponse? response = null;
        var ends = 0;
        await foreach (var update in service.GenerateStreamAsync(Request))
        {
            text.Append(update.Text);
            response = update.Response ?? response;
            ends += update.Kind == LLMStreamUpdateKind.Completed ? 1 : 0;
        }

        return response is null || ends != 1 ? new Outcome { Print = $"{ends} ends", Bad = $"the stream ended with {ends} last updates" }
            : response.Text != text.ToString() ? new Outcome { Print = "other text", Bad = "the pieces are not the text of the response" }
            : Judge(response);
    }

    private static Outcome Judge(LLMResponse response)
    {
        var usage = response.Usage;
        int?[] counts = [usage?.PromptTokens, usage?.CompletionTokens, usage?.CachedTokens, usage?.CacheWriteTokens, usage?.ReasoningTokens, usage?.TotalTokens];
        var bad = counts.Any(count => count < 0) ? "a count is negative"
            : string.IsNullOrWhiteSpace(response.Model) || string.IsNullOrWhiteSpace(response.Provider) ? "model or provider is empty"
            : null;
        return new Outcome { Print = $"{response.FinishReason} {response.Text} {usage} {response.Message.ToolCalls.Count()}", IsAnswer = true, Bad = bad };
    }

    private static string? Nameless(LLMServiceException error) =>
        string.IsNullOrWhiteSpace(error.Message) || error.Provider is null ? $"{error.GetType().Name} says nothing" : null;
}
