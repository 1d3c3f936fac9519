namespace JobWise.Llm.Wire;

/// <summary>An error as the server wrote it, whatever form it chose.</summary>
internal sealed class WireError
{
    public string? Message { get; set; }

    public string? Type { get; set; }

    public string? Code { get; set; }

    /// <summary>What the model wrote where Groq could not accept it.</summary>
    public string? FailedGeneration { get; set; }

    /// <summary>The HTTP status that the error stands for, where the body names one.</summary>
    public int? Status { get; set; }

    /// <summary>The vendor's id of the request, where the body repeats it.</summary>
    public string? RequestId { get; set; }
}
