using System.Runtime.InteropServices;

namespace JobWise.Llm.Resume;

/// <summary>Where a keyword stands in a text.</summary>
/// <param name="Start">The first character.</param>
/// <param name="Length">In characters, a plural ending included.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextMatch(int Start, int Length)
{
    public int End => Start + Length;

    public string In(string text) => text.Substring(Start, Length);
}
