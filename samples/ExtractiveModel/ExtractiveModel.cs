using JobWise.Llm.Resume;
using JobWise.Llm.Samples.Stages;

namespace JobWise.Llm.Samples;

/// <summary>
/// Answers the two stages of the resume pipeline without a model: all it says is computed from the request. It ranks by keywords that posting
/// and profile share, and keeps the wording of the profile. The same request always gets the same answer.
/// </summary>
public static class ExtractiveModel
{
    /// <summary>The answer to a request of either stage, as JSON.</summary>
    /// <param name="request">Which stage it is, is told by the slots of its prompt, so that a request read back from the wire works too.</param>
    /// <exception cref="LLMInvalidRequestException">The request is of neither stage.</exception>
    public static string Answer(LLMRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var profile = ResumePromptReader.Read(request, ResumePromptSlots.Profile);
        var posting = ResumePromptReader.Read(request, ResumePromptSlots.Posting);
        var selection = ResumePromptReader.Read(request, ResumePromptSlots.Selection);
        return (profile, posting, selection) switch
        {
            ({ }, { }, null) => Matching.Answer(posting, profile).ToJsonString(),
            ({ }, null, { }) => Rewording.Answer(selection, profile).ToJsonString(),
            _ => throw new LLMInvalidRequestException(
                $"The extractive model only answers the two stages of the resume pipeline, and the request (workflow '{request.Workflow}') "
                + "is of neither. Use a real provider, or another Mock script, for other requests."),
        };
    }
}
