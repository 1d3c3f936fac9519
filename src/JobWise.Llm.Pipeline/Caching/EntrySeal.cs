using System.Security.Cryptography;
using System.Text;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// An HMAC (SHA-256) before each entry of a distributed cache, over its content and its key. Without a signing key of the application's it finds
/// entries that were damaged or moved; with one also those that somebody else has written.
/// </summary>
internal static class EntrySeal
{
    private const int Length = HMACSHA256.HashSizeInBytes;

    public static byte[] Close(LLMCacheKey key, ReadOnlySpan<byte> content, string? signingKey)
    {
        var entry = new byte[Length + content.Length];
        content.CopyTo(entry.AsSpan(Length));
        HMACSHA256.HashData(SecretOf(key, signingKey), content, entry);
        return entry;
    }

    /// <summary>The content; null where the seal is broken.</summary>
    public static ReadOnlyMemory<byte>? Open(LLMCacheKey key, ReadOnlyMemory<byte> entry, string? signingKey)
    {
        if (entry.Length < Length)
        {
            return null;
        }

        Span<byte> seal = stackalloc byte[Length];
        HMACSHA256.HashData(SecretOf(key, signingKey), entry.Span[Length..], seal);
        return CryptographicOperations.FixedTimeEquals(seal, entry.Span[..Length]) ? entry[Length..] : (ReadOnlyMemory<byte>?)null;
    }

    private static byte[] SecretOf(LLMCacheKey key, string? signingKey) => Encoding.UTF8.GetBytes($"{key}\n{signingKey}");
}
