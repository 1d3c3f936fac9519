namespace JobWise.Llm.Wire;

/// <summary>Which fields of the body are the library's to write.</summary>
internal static class RequestFields
{
    /// <summary>A field the caller writes himself replaces ours: a body with one name twice would leave the choice to the server.</summary>
    public static bool IsFree(LLMRequest request, string field) => request.ExtraFields.Count == 0 || !request.ExtraFields.ContainsKey(field);

    /// <summary>Refuses a request whose extra fields would replace what makes the call what it is.</summary>
    /// <param name="request">As the caller made it.</param>
    /// <param name="own">The fields that only the library writes.</param>
    /// <exception cref="LLMInvalidRequestException">An extra field has the name of one of them.</exception>
    public static void RefuseOwn(LLMRequest request, ReadOnlySpan<string> own)
    {
        if (request.ExtraFields.Count == 0)
        {
            return;
        }

        foreach (var field in own)
        {
            if (request.ExtraFields.ContainsKey(field))
            {
                throw new LLMInvalidRequestException(
                    $"ExtraFields holds '{field}', which the library writes itself. Remove it and set the property of LLMRequest, or call the other method, instead.");
            }
        }
    }
}
