namespace JobWise.Llm.Resume;

/// <summary>A profile or a posting cannot be used. The message names the file, the place in it and the cure, in one line.</summary>
public sealed class ResumeInputException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">One line for the person who wrote the file.</param>
    /// <param name="innerException">What the reader of the format said.</param>
    public ResumeInputException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
