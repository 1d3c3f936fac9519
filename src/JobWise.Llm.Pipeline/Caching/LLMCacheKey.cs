using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using JobWise.Llm.Pipeline;

namespace JobWise.Llm;

/// <summary>
/// What the response cache files an answer under: the SHA-256 of everything that is sent, of the lane that it is sent to, and of the tenant. Two
/// requests have one key only if they would be sent alike.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LLMCacheKey
{
    private readonly UInt128 _high;
    private readonly UInt128 _low;

    internal LLMCacheKey(ReadOnlySpan<byte> hash)
    {
        _high = BinaryPrimitives.ReadUInt128BigEndian(hash);
        _low = BinaryPrimitives.ReadUInt128BigEndian(hash[(SHA256.HashSizeInBytes / 2)..]);
    }

    /// <summary>The key of a request as a Call decorator sees it: with model, temperature and output cap decided.</summary>
    /// <param name="request">Its workflow, user id, tags and timeouts do not count.</param>
    /// <param name="provider">Of the instance that is to serve it first.</param>
    public static LLMCacheKey Of(LLMRequest request, LLMServiceMetadata provider)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(provider);
        using var hasher = new FormHasher();
        RequestForm.Write(hasher, request, provider);
        return hasher.Finish();
    }

    /// <summary>64 hexadecimal digits, in lower case.</summary>
    public override string ToString() => $"{_high:x32}{_low:x32}";
}
