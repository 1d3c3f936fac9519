using System.Text.Json;

namespace JobWise.Llm.Tests;

public sealed class LLMStreamAccumulatorTests
{
    [Fact]
    public void ToMessage_after_the_last_update_is_the_turn_with_its_signatures()
    {
        var reasoning = new LLMReasoningPart { Text = "Hm.", ProviderBlob = JsonElement.Parse("{}") };
        var message = LLMMessage.Of(LLMRole.Assistant, new LLMTextPart { Text = "Yes." }, reasoning);
        var folded = new LLMStreamAccumulator();

        folded.Add(LLMStreamUpdate.ForReasoning("Hm."));
        folded.Add(LLMStreamUpdate.ForText("Yes."));
        var soFar = folded.ToMessage();
        folded.Add(LLMStreamUpdate.ForCompleted(new LLMResponse { Message = message, Provider = "p", Model = "m" }));

        Assert.Equal([new LLMReasoningPart { Text = "Hm." }, new LLMTextPart { Text = "Yes." }], soFar.Parts);
        Assert.Same(message, folded.ToMessage());
    }
}
