using System.Runtime.InteropServices;
using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Where a string stands in a chunk, its quotes included; nowhere by default.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TokenPlace
{
    public int Start { get; private init; }

    public int End { get; private init; }

    public bool IsKnown => End > 0;

    /// <summary>The token that the reader stands on; nowhere unless it is a string.</summary>
    public static TokenPlace Of(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String
        ? new() { Start = (int)reader.TokenStartIndex, End = (int)reader.BytesConsumed }
        : default;
}
