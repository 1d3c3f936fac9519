namespace JobWise.Llm;

/// <summary>The conversation: something must be asked, and its parts must be whole.</summary>
internal static class MessageRules
{
    public static void ThrowIfInvalid(LLMRequest request)
    {
        if (request.Prompt is { } prompt && request.Messages.Count == 0 && string.IsNullOrWhiteSpace(prompt))
        {
            throw new LLMInvalidRequestException(
                $"The Prompt is {(prompt.Length == 0 ? "empty" : "only white space")}. Say what the model is to do.");
        }

        // Refuses a request with neither form or both.
        request.ThrowUnlessOneForm();
        if (request.Messages.Count == 0)
        {
            return;
        }

        var problem = request.Messages.Select(FindProblem).FirstOrDefault(problem => problem is not null);
        if (problem is null && !request.Messages.Any(HasContent))
        {
            problem = $"None of the {request.Messages.Count} Messages has content. Say what the model is to do.";
        }

        if (problem is not null)
        {
            throw new LLMInvalidRequestException(problem);
        }
    }

    private static string? FindProblem(LLMMessage? message, int index)
    {
        if (message is null)
        {
            return $"Messages[{index}] is null. Remove it.";
        }

        for (var i = 0; i < message.Parts.Count; i++)
        {
            if (FindProblem(message.Parts[i]) is { } problem)
            {
                return $"Messages[{index}].Parts[{i}] {problem}";
            }
        }

        return null;
    }

    private static string? FindProblem(LLMContentPart? part) => part switch
    {
        null => "is null. Remove it.",
        LLMImagePart { Url: null, Bytes.IsEmpty: true } => "is an image with neither Url nor Bytes. Set exactly one of them.",
        LLMImagePart { Url: not null, Bytes.IsEmpty: false } => "is an image with both Url and Bytes. Set exactly one of them.",
        LLMImagePart { Url: { IsAbsoluteUri: false } } => "is an image with a relative Url. Give the whole address, or set Bytes.",
        LLMImagePart { Url: null, MediaType: var type } when !IsImage(type) =>
            $"is an image with the MediaType {WireName.Show(type ?? string.Empty)}. Give one such as 'image/png'.",
        _ => null,
    };

    private static bool IsImage(string? type) => type is { Length: > 6 } && type.StartsWith("image/", StringComparison.OrdinalIgnoreCase);

    private static bool HasContent(LLMMessage message) =>
        message.Role != LLMRole.System && message.Parts.Any(part => part is not LLMTextPart { Text: var text } || !string.IsNullOrWhiteSpace(text));
}
