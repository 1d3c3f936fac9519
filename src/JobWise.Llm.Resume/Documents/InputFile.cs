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
        catch (FileNotFoundException missing)
        {
            throw NotFound(path, missing);
        }
        catch (DirectoryNotFoundException missing)
        {
            throw NotFound(path, missing);
        }
        catch (DecoderFallbackException notText)
        {
            throw new ResumeInputException($"{path} is not UTF-8 text: save it as UTF-8.", notText);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw Unreadable(path, refused);
        }
        catch (IOException broken)
        {
            throw Unreadable(path, broken);
        }
    }

    private static ResumeInputException NotFound(string path, IOException missing) => new($"{path} was not found: check the path.", missing);

    // A directory is refused like a file without permission.
    private static ResumeInputException Unreadable(string path, Exception cause) => new($"{path} cannot be read: give the path of a file that you may read.", cause);
}
