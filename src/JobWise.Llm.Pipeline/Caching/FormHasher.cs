using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Unicode;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Takes fields one after another and hashes them, each with its length before it, so that no two sequences of fields have the same bytes. What
/// fits the buffer, as most requests do, is hashed in one go.
/// </summary>
internal sealed class FormHasher : IDisposable
{
    private const int BufferSize = 16 * 1024;
    private const byte Absent = 0;
    private const byte Present = 1;

    /// <summary>Stands before half of a surrogate pair; no UTF-8 holds it.</summary>
    private const byte Unpaired = 0xFF;

    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private IncrementalHash? _hash;
    private int _used;

    public void Write(byte value) => Reserve(sizeof(byte))[0] = value;

    public void Write(int value) => BinaryPrimitives.WriteInt32LittleEndian(Reserve(sizeof(int)), value);

    public void Write(bool? value) => Write(value switch { null => Absent, false => Present, true => (byte)2 });

    public void Write(long? value)
    {
        if (Begin(value is null))
        {
            BinaryPrimitives.WriteInt64LittleEndian(Reserve(sizeof(long)), value.GetValueOrDefault());
        }
    }

    public void Write(double? value) => Write(value is { } number ? BitConverter.DoubleToInt64Bits(number) : null);

    public void Write(string? value)
    {
        if (!Begin(value is null))
        {
            return;
        }

        Write(value!.Length);
        var rest = value.AsSpan();
        while (!rest.IsEmpty)
        {
            var status = Utf8.FromUtf16(rest, _buffer.AsSpan(_used), out var read, out var written, replaceInvalidSequences: false);
            _used += written;
            rest = rest[read..];
            if (status == OperationStatus.DestinationTooSmall)
            {
                Flush();
            }
            else if (status == OperationStatus.InvalidData)
            {
                Write(Unpaired);
                Write((int)rest[0]);
                rest = rest[1..];
            }
        }
    }

    public void Write(ReadOnlySpan<byte> value)
    {
        Write(value.Length);
        if (value.Length <= _buffer.Length - _used)
        {
            value.CopyTo(Reserve(value.Length));
            return;
        }

        Flush();
        _hash!.AppendData(value);
    }

    public LLMCacheKey Finish()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (_hash is null)
        {
            SHA256.HashData(_buffer.AsSpan(0, _used), hash);
        }
        else
        {
            Flush();
            _hash.GetHashAndReset(hash);
        }

        return new LLMCacheKey(hash);
    }

    public void Dispose()
    {
        _hash?.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private bool Begin(bool isAbsent)
    {
        Write(isAbsent ? Absent : Present);
        return !isAbsent;
    }

    private Span<byte> Reserve(int count)
    {
        if (count > _buffer.Length - _used)
        {
            Flush();
        }

        _used += count;
        return _buffer.AsSpan(_used - count, count);
    }

    private void Flush()
    {
        _hash ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _hash.AppendData(_buffer.AsSpan(0, _used));
        _used = 0;
    }
}
