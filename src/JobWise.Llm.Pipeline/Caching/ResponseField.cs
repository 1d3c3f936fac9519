namespace JobWise.Llm.Pipeline;

/// <summary>The names in a stored answer; short, since every entry repeats them.</summary>
internal static class ResponseField
{
    public const string Version = "v";
    public const string Key = "key";
    public const string Role = "role";
    public const string Parts = "parts";
    public const string Text = "text";
    public const string Reasoning = "reasoning";
    public const string Blob = "blob";
    public const string Id = "id";
    public const string Name = "name";
    public const string Arguments = "arguments";
    public const string Provider = "provider";
    public const string Model = "model";
    public const string Finish = "finish";
    public const string RequestId = "requestId";
    public const string ResponseId = "responseId";
    public const string ServiceTier = "tier";
    public const string Instance = "instance";
    public const string Usage = "usage";
    public const string Warnings = "warnings";
    public const string Code = "code";
    public const string Option = "option";
    public const string Message = "message";
}
