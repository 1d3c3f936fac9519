using System.Text;

namespace JobWise.Llm.Resume;

/// <summary>Reads a file of text and says in one line why it cannot.</summary>
internal static class InputFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<string> ReadTextAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            return await File.ReadAllTextAsync(path, Strict, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ResumeInputException($"{path} was not found: check the path.", missing);
        }
        catch (DecoderFallbackException notText)
        {
            throw new ResumeInputException($"{path} is not UTF-8 text: save it as UTF-8.", notText);
        }
        catch (Exception unreadable) when (unreadable is UnauthorizedAccessException or IOException)
        {
            throw new ResumeInputException($"{path} cannot be read: {unreadable.Message}", unreadable);
        }
    }
}
