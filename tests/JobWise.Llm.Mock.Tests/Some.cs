namespace JobWise.Llm.Mock.Tests;

internal static class Some
{
    public static LLMRequest Request(string prompt = "Please write a summary.", string? model = null) => new() { Prompt = prompt, Model = model };

    public static async Task<List<LLMStreamUpdate>> ReadAsync(IAsyncEnumerable<LLMStreamUpdate> updates)
    {
        List<LLMStreamUpdate> all = [];
        await foreach (var update in updates)
        {
            all.Add(update);
        }

        return all;
    }

    public static string[] Texts(IEnumerable<LLMStreamUpdate> updates) => [.. updates.Select(update => update.Text).OfType<string>()];
}
