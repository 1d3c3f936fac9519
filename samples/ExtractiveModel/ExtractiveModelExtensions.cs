namespace JobWise.Llm.Samples;

/// <summary>Makes a Mock answer like the extractive model.</summary>
public static class ExtractiveModelExtensions
{
    /// <summary>The model's name, as responses and reports show it.</summary>
    public const string ModelName = "extractive";

    /// <summary>Answers every request with <see cref="ExtractiveModel.Answer"/>.</summary>
    /// <param name="options">As <c>AddMock</c> hands them out.</param>
    /// <returns>The same options.</returns>
    public static MockLLMOptions UseExtractiveModel(this MockLLMOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.DefaultModel = ModelName;
        options.Models = [ModelName];
        return options.Answer(request => MockAnswer.FromText(ExtractiveModel.Answer(request)));
    }
}
