using System.Text;
using JobWise.Llm.Samples.CommandLine;

namespace JobWise.Llm.Samples.Input;

/// <summary>Reads one input file as text, and says in one line why it cannot.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding StrictUtf16 = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);

    public static async Task<string> ReadAsync(InputFile file, CancellationToken cancellationToken)
    {
        var bytes = await ReadBytesAsync(file, cancellationToken);
        var text = Decode(file, bytes);
        return string.IsNullOrWhiteSpace(text) ? throw file.Refuse("is empty", file.Cure) : text;
    }

    private static async Task<byte[]> ReadBytesAsync(InputFile file, CancellationToken cancellationToken)
    {
        if (Directory.Exists(file.Path))
            throw file.Refuse("is a folder", $"Name a file with {file.Option}.");
        if (!File.Exists(file.Path))
            throw file.Refuse("does not exist", $"Check the path given with {file.Option}.");
        try
        {
            var size = new FileInfo(file.Path).Length;
            return size <= file.MostBytes
                ? await File.ReadAllBytesAsync(file.Path, cancellationToken)
                : throw file.Refuse(FormattableString.Invariant($"has {size:N0} bytes, and the most is {file.MostBytes:N0}"), "Cut it to what matters.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw file.Refuse("cannot be read", $"The system says: {unreadable.Message}", unreadable);
        }
    }

    private static string Decode(InputFile file, byte[] bytes)
    {
        try
        {
            Encoding encoding = bytes is [0xFF, 0xFE, ..] ? StrictUtf16 : StrictUtf8;
            var text = encoding.GetString(bytes).TrimStart('\uFEFF');
            return text.Contains('\0', StringComparison.Ordinal) ? throw NotText(file) : text;
        }
        catch (DecoderFallbackException notText)
        {
            throw NotText(file, notText);
        }
    }

    private static TailorException NotText(InputFile file, Exception? cause = null) => file.Refuse("is not a text file", file.Cure, cause);
}
