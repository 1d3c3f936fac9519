namespace JobWise.Llm.Wire;

/// <summary>What can be told from the first bytes of a body.</summary>
internal static class Bytes
{
    public static ReadOnlySpan<byte> WithoutBom(ReadOnlySpan<byte> body) => body.StartsWith("\uFEFF"u8) ? body[3..] : body;

    /// <summary>The first byte that is no white space; 0 when there is none.</summary>
    public static byte FirstSign(ReadOnlySpan<byte> body)
    {
        var at = WithoutBom(body).IndexOfAnyExcept(" \t\r\n"u8);
        return at < 0 ? (byte)0 : WithoutBom(body)[at];
    }
}
