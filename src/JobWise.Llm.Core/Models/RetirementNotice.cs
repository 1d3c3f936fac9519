using System.Globalization;

namespace JobWise.Llm;

/// <summary>Says in one sentence that a model has ended or will end, and what to use.</summary>
internal static class RetirementNotice
{
    public static string Write(string provider, string id, LLMModelRetirement end, DateOnly day, string cure)
    {
        var when = end.RetiredOn switch
        {
            null => "is retired (date unknown)",
            { } date when date <= day => $"was retired on {Words(date)}",
            { } date => $"will be retired on {Words(date)}",
        };
        var whom = end.Note is null ? "" : $" ({end.Note})";
        return $"The model '{id}' of {provider} {when}{whom}; {cure}.";
    }

    private static string Words(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
