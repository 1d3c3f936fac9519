using System.Globalization;

namespace JobWise.Llm.Proofs.Simulation.Calls;

/// <summary>Plain English of a wanted length.</summary>
internal static class PromptText
{
    private const string Sentence =
        "Led the move of a payment service to a new queue, cut its nightly batch from six hours to forty minutes, and taught two teams how to run it. ";

    /// <summary>No two calls ask the same, so that no answer can come from a cache.</summary>
    public static string OfLength(int characters, int call) => string.Create(characters, call, static (text, call) =>
    {
        for (var index = 0; index < text.Length; index++)
        {
            text[index] = Sentence[index % Sentence.Length];
        }

        call.TryFormat(text, out _, provider: CultureInfo.InvariantCulture);
    });
}
