namespace JobWise.Llm.Pipeline;

/// <summary>What ordinary English text has not.</summary>
[Flags]
internal enum TextShape
{
    Plain = 0,

    /// <summary>Something beyond ASCII, or a control character.</summary>
    Foreign = 1,

    /// <summary>A digit between two letters.</summary>
    DigitInWord = 2,

    /// <summary>Single characters, or pairs of them, with single spaces between them.</summary>
    SpacedLetters = 4,

    /// <summary>At least 16 characters without white space.</summary>
    LongRun = 8,

    /// <summary>A mark that templates, comments, links or escapes begin with.</summary>
    Marks = 16,
}
