using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>What calls are told apart by; empty where something is not known.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MetricKey(string Provider, string Model, string Workflow)
{
    private const string OtherName = "other";

    public static MetricKey Other { get; } = new(OtherName, OtherName, OtherName);

    public static MetricKey Of(LLMRequest request, LLMResponse response) => new(response.Provider, response.Model, request.Workflow ?? "");

    public static MetricKey Of(LLMRequest request, Exception failure)
    {
        var facts = failure as LLMServiceException;
        return new(facts?.Provider ?? "", facts?.Model ?? request.Model ?? "", request.Workflow ?? "");
    }
}
