using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>How a stream ended: with its response, with an error, or because its consumer left.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StreamEnd
{
    /// <summary>The complete response; null where it did not come.</summary>
    public LLMResponse? Response { get; init; }

    /// <summary>What broke the stream off, a cancellation included.</summary>
    public Exception? Error { get; init; }

    /// <summary>How long the provider had been awaited for the next update when it was broken off.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>The last token count that came; null where none did.</summary>
    public LLMUsage? Usage { get; init; }

    /// <summary>Whether the consumer stopped asking, which says nothing about the provider.</summary>
    public bool IsAbandoned => Response is null && Error is null;
}
