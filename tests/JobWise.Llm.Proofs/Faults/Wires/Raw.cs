using System.IO.Compression;
using System.Text;

namespace JobWise.Llm.Proofs.Faults.Wires;

/// <summary>Turns text into the bytes of the wire.</summary>
internal static class Raw
{
    /// <summary>Stands in a text for a byte that is never part of UTF-8.</summary>
    public const string InvalidByte = "\uE000";

    public static byte[] Utf8(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var mark = Encoding.UTF8.GetBytes(InvalidByte);
        if (bytes.AsSpan().IndexOf(mark) < 0)
        {
            return bytes;
        }

        var parts = text.Split(InvalidByte).Select(Encoding.UTF8.GetBytes).ToList();
        return [.. parts.SelectMany((part, index) => index == 0 ? part : [0xFF, .. part])];
    }

    /// <summary>Events with an empty line after each.</summary>
    public static byte[] Sse(params IEnumerable<string> events) => Utf8(string.Concat(events.Select(each => each + "\n\n")));

    /// <summary>One chunk of the chunked transfer coding.</summary>
    public static byte[] Chunk(byte[] content) => [.. Encoding.ASCII.GetBytes($"{content.Length:x}\r\n"), .. content, .. "\r\n"u8];

    public static byte[] Gzip(byte[] content)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.SmallestSize))
        {
            gzip.Write(content);
        }

        return target.ToArray();
    }

    /// <summary>The first part whole, so that it can be unpacked as soon as it came, and of the second only so many of the packed bytes.</summary>
    public static byte[] GzipCut(byte[] first, byte[] second, int left)
    {
        using var target = new MemoryStream();
        using var gzip = new GZipStream(target, CompressionLevel.SmallestSize);
        gzip.Write(first);
        gzip.Flush();
        var whole = (int)target.Length;
        gzip.Write(second);
        gzip.Flush();
        return target.ToArray()[..(whole + left)];
    }

    /// <summary>This many blocks of zeros, compressed without holding them.</summary>
    public static byte[] GzipOfBlanks(int blocks, int blockSize)
    {
        var block = new byte[blockSize];
        block.AsSpan().Fill((byte)' ');
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            for (var at = 0; at < blocks; at++)
            {
                gzip.Write(block);
            }
        }

        return target.ToArray();
    }
}
