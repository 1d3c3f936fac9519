namespace JobWise.Llm.Resume;

public class ResumeTailorTests
{
    [Fact]
    public async Task TailorAsync_model_repeats_sources_shows_key_skills_that_the_profile_proves()
    {
        var model = VerbatimModel.Create();

        var resume = await Some.TailorAsync(model);

        Assert.Equal(["Backend", "Python", "PostgreSQL", "k8s"], resume.Document.KeySkills);
        Assert.Equal(["Kafka"], resume.Analysis.MissingSkills);
        Assert.True(resume.Validation.IsPassed, resume.Validation.FabricationDetails);
    }

    [Fact]
    public async Task TailorAsync_all_samples_and_postings_gives_a_resume_that_passes()
    {
        List<string> failed = [];
        foreach (var file in Some.Resumes())
        {
            var profile = await JsonResumeReader.ReadFileAsync(file);
            foreach (var posting in Some.Jobs())
            {
                var resume = await Some.TailorAsync(VerbatimModel.Create(), profile, await JobPosting.ReadFileAsync(posting));
                if (!resume.Validation.IsPassed || ResumeHtmlRenderer.Render(resume.Document).Length == 0)
                    failed.Add($"{file} × {posting}: {resume.Validation.FabricationDetails}");
            }
        }

        Assert.Empty(failed);
    }
}
