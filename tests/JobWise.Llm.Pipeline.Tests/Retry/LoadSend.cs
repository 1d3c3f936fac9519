using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline.Tests.Retry;

/// <summary>One request of one of many calls on a lane.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LoadSend(string Call, TimeSpan StartedAt, TimeSpan EndedAt, TimeSpan? Hint);
