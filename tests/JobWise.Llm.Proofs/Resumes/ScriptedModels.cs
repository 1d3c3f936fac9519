using JobWise.Llm.Proofs.Resumes.Lies;
using JobWise.Llm.Resume;
using JobWise.Llm.Samples;

namespace JobWise.Llm.Proofs.Resumes;

/// <summary>The models that the main job is run with.</summary>
internal static class ScriptedModels
{
    /// <summary>The honest one of the samples: ranks by overlap and keeps the wording of the profile.</summary>
    public static ScriptedModel Extractive() => new(builder => builder.AddMock(configure: mock => mock.UseExtractiveModel()), () => []);

    /// <summary>The one that lies.</summary>
    /// <param name="seed">Shifts its lies.</param>
    public static ScriptedModel Lying(int seed)
    {
        var model = new LyingModel(seed);
        return new ScriptedModel(builder => builder.AddMock(configure: mock => mock.Answer(request => Answer(model, request))), () => model.Told);
    }

    private static MockAnswer Answer(LyingModel model, LLMRequest request)
    {
        var profile = ResumePromptReader.Read(request, ResumePromptSlots.Profile)
            ?? throw new InvalidOperationException($"The request of {request.Workflow} holds no profile.");
        return request.Workflow == LLMWorkflows.AnalysisMatching
            ? model.Analyse(profile, ResumePromptReader.Read(request, ResumePromptSlots.Posting) ?? "")
            : model.Write(profile);
    }
}
