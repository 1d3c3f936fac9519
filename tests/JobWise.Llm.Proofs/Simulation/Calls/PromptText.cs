namespace JobWise.Llm.Proofs.Simulation.Calls;

/// <summary>Plain English of a wanted length.</summary>
internal static class PromptText
{
    private const string Sentence =
        "Led the move of a payment service to a new queue, cut its nightly batch from six hours to forty minutes, and taught two teams how to run it. ";

    public static string OfLength(int characters) => string.Create(characters, Sentence, static (text, sentence) =>
    {
        for (var index = 0; index < text.Length; index++)
        {
            text[index] = sentence[index % sentence.Length];
        }
    });
}
