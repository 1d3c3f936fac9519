using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>How many characters an answer holds: what differs between a small one and a large one.</summary>
internal static class ResponseSize
{
    public static long Of(LLMResponse response)
    {
        long size = 0;
        foreach (var part in response.Message.Parts)
        {
            size += part switch
            {
                LLMTextPart text => text.Text.Length,
                LLMReasoningPart { ProviderBlob: { } blob } reasoning => reasoning.Text.Length + JsonMarshal.GetRawUtf8Value(blob).Length,
                LLMReasoningPart reasoning => reasoning.Text.Length,
                LLMToolCallPart call => call.Arguments.Length,
                _ => 0,
            };
        }

        return size;
    }
}
