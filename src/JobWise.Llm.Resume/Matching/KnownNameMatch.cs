using System.Runtime.InteropServices;

namespace JobWise.Llm.Resume;

/// <summary>A known name at its place in a text.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KnownNameMatch(KnownName Name, TextMatch Place);
