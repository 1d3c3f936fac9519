namespace JobWise.Llm.LiveTests.Models;

public sealed class ChatModelsTests
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    [Theory]
    [InlineData("groq", "openai/gpt-oss-120b", "llama-3.3-70b-versatile")]
    [InlineData("openai", "gpt-6.1-terra", "gpt-4")]
    public void On_has_the_models_that_can_be_called_and_no_retired_ones(string provider, string called, string retired)
    {
        var ids = ChatModels.On(provider, Day).Select(model => model.Id).ToList();

        Assert.Contains(called, ids);
        Assert.DoesNotContain(retired, ids);
        Assert.DoesNotContain("whisper-large-v3", ids);
    }

    [Theory]
    [InlineData("groq", "qwen/qwen3.8-27b", "none")]
    [InlineData("groq", "openai/gpt-oss-20b", "low")]
    [InlineData("openai", "gpt-4.1-mini", null)]
    [InlineData("anthropic", "claude-sonnet-5-5", "low")]
    public void LeastEffort_is_a_word_that_the_model_takes(string provider, string id, string? expected) =>
        Assert.Equal(expected, ChatModels.LeastEffort(provider, id)?.Value);
}
