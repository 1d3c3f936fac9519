using System.Security.Cryptography;
using System.Text;

namespace JobWise.Llm.Wire;

/// <summary>Tells keys apart without telling them: the first eight bytes of their SHA-256.</summary>
internal static class KeyFingerprint
{
    private const int Bytes = 8;

    public static string Of(string apiKey) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(apiKey)).AsSpan(0, Bytes));
}
