namespace JobWise.Llm.Wire;

/// <summary>Which fields of the body are the library's to write.</summary>
internal static class RequestFields
{
    /// <summary>A field the caller writes himself replaces ours: a body with one name twice would leave the choice to the server.</summary>
    public static bool IsFree(LLMRequest request, string field) => request.ExtraFields.Count == 0 || !request.ExtraFields.ContainsKey(field);
}
