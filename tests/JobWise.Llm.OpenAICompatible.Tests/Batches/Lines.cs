namespace JobWise.Llm.OpenAICompatible.Tests.Batches;

/// <summary>Lines of a batch's files.</summary>
internal static class Lines
{
    public static string Answer(string customId, string text = "Hello") =>
        $$$$$$"""
        {"id":"batch_req_{{{{{{customId}}}}}}","custom_id":"{{{{{{customId}}}}}}","response":{"status_code":200,"request_id":"req_{{{{{{customId}}}}}}","body":{"id":"cmpl_{{{{{{customId}}}}}}","object":"chat.completion","model":"some-model-0711","choices":[{"index":0,"message":{"role":"assistant","content":"{{{{{{text}}}}}}"},"finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12}}},"error":null}
        """;

    public static string Refusal(string customId, int status, string error) =>
        $$$$$$"""{"id":"batch_req_{{{{{{customId}}}}}}","custom_id":"{{{{{{customId}}}}}}","response":{"status_code":{{{{{{status}}}}}},"request_id":"req_{{{{{{customId}}}}}}","body":{"error":{{{{{{error}}}}}}}},"error":null}""";

    public static string Failure(string customId, string code) =>
        $$$$$$"""{"id":"batch_req_{{{{{{customId}}}}}}","custom_id":"{{{{{{customId}}}}}}","response":null,"error":{"code":"{{{{{{code}}}}}}","message":"Words of the vendor."}}""";

    public static string Join(params IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
