using System.Security.Cryptography;
using System.Text;

namespace JobWise.Llm.Resume;

/// <summary>
/// Puts data between two marks that the data cannot contain. The marks come from a hash of the data: the same data gives the same prompt, so
/// that caches hit, and a text that holds its own mark cannot be written.
/// </summary>
internal static class PromptSlot
{
    public const string Opening = "<<<";
    public const string Closing = ">>>";

    public static string Wrap(string name, string content)
    {
        var mark = Mark(content);
        while (content.Contains(mark, StringComparison.Ordinal))
            mark = Mark(mark);
        return $"{Opening}{name} {mark}\n{content}\n{name} {mark}{Closing}";
    }

    private static string Mark(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 8));
}
