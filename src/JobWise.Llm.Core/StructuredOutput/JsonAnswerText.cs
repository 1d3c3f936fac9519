namespace JobWise.Llm;

/// <summary>Cuts the JSON out of a model's text: reasoning tags, code fences and prose around it are dropped.</summary>
internal static class JsonAnswerText
{
    private const string ThinkEnd = "</think>";
    private const string Fence = "```";

    /// <summary>Returns the JSON, or an empty text when there is none, and notes each repair.</summary>
    public static string Extract(string text, List<string> repairs)
    {
        var rest = DropReasoning(text.Trim().TrimStart('\uFEFF'), repairs);
        rest = DropFence(rest, repairs);
        return DropProse(rest, repairs);
    }

    private static string DropReasoning(string text, List<string> repairs)
    {
        var end = text.StartsWith("<think>", StringComparison.OrdinalIgnoreCase)
            ? text.IndexOf(ThinkEnd, StringComparison.OrdinalIgnoreCase)
            : -1;
        if (end < 0)
        {
            return text;
        }

        repairs.Add("reasoning_tag");
        return text[(end + ThinkEnd.Length)..].Trim();
    }

    private static string DropFence(string text, List<string> repairs)
    {
        var start = text.IndexOf(Fence, StringComparison.Ordinal);
        if (start < 0 || StartsLikeJson(text))
        {
            return text;
        }

        var lineEnd = text.IndexOf('\n', start);
        var end = text.LastIndexOf(Fence, StringComparison.Ordinal);
        if (lineEnd < 0 || end <= lineEnd)
        {
            return text;
        }

        repairs.Add("code_fence");
        return text[(lineEnd + 1)..end].Trim();
    }

    private static string DropProse(string text, List<string> repairs)
    {
        if (text.Length == 0 || StartsLikeJson(text) && text[^1] is '}' or ']' or '"')
        {
            return text;
        }

        var start = text.AsSpan().IndexOfAny('{', '[');
        var end = text.AsSpan().LastIndexOfAny('}', ']');
        if (start < 0 || end < start)
        {
            return text;
        }

        if (start > 0 || end < text.Length - 1)
        {
            repairs.Add("prose_around");
        }

        return text[start..(end + 1)];
    }

    private static bool StartsLikeJson(string text) => text is ['{', ..] or ['[', ..] or ['"', ..];
}
