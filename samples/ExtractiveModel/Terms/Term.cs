namespace JobWise.Llm.Samples.Terms;

/// <summary>A word or a short phrase that a posting asks for.</summary>
/// <param name="Text">As the posting spells it.</param>
/// <param name="Weight">How much it tells the posting from others; names count more than words.</param>
/// <param name="IsName">Whether it looks like the name of a tool, a product or a standard.</param>
/// <param name="IsPreferred">Whether the posting only wishes for it.</param>
internal sealed record Term(string Text, double Weight, bool IsName, bool IsPreferred);
