namespace JobWise.Llm.Pipeline.Tests;

public class WorkflowOptionsValidatorTests
{
    [Theory]
    [InlineData("JobWise:Llm:Workflows:w:Temperature", "hot", "a number from 0 to 2, such as 0.3")]
    [InlineData("JobWise:Llm:Workflows:w:MaxTokens", "0", "a whole number above 0, such as 2000")]
    [InlineData("LLM_STAGE1_MAX_TOKENS", "abc", "a whole number above 0, such as 2000")]
    [InlineData("LLM_STAGE2_TEMPERATURE", "2.1", "a number from 0 to 2, such as 0.3")]
    public void A_wrong_value_in_the_configuration_names_key_value_and_cure(string key, string value, string cure)
    {
        var failures = OptionsUnderTest.FindFailures<LLMWorkflowOptions>(new() { [key] = value }, providers: "groq");

        Assert.Equal([$"{key} is '{value}', but must be {cure}."], failures);
    }

    [Fact]
    public void An_unknown_key_names_it_and_the_known_ones()
    {
        var failures = OptionsUnderTest.FindFailures<LLMWorkflowOptions>(new() { ["JobWise:Llm:Workflows:w:Modell"] = "m" }, providers: "groq");

        Assert.Equal(
            ["JobWise:Llm:Workflows:w:Modell is not a setting; known here: Provider, Model, Temperature, MaxTokens, Description, ModelByProvider. Correct the name or remove it."],
            failures);
    }

    [Fact]
    public void A_provider_that_is_not_registered_names_the_workflow_and_the_call_that_adds_it()
    {
        var failures = OptionsUnderTest.FindFailures<LLMWorkflowOptions>(new() { ["JobWise:Llm:Workflows:w:Provider"] = "groq" }, providers: "mock");

        Assert.Equal(
            [
                "JobWise:Llm:Workflows:w:Provider is 'groq'. The provider 'groq' is not registered; registered: mock. "
                + "Add it with AddGroq() from the package JobWise.Llm.Groq.",
            ],
            failures);
    }

    [Fact]
    public void Wrong_values_in_code_name_the_workflow()
    {
        var failures = OptionsUnderTest.FindFailures<LLMWorkflowOptions>(
            new(), build: builder => builder.ConfigureWorkflow("w", settings => (settings.Temperature, settings.MaxTokens) = (-1, 0)), providers: "groq");

        Assert.Equal(
            [
                "LLMWorkflowOptions.Workflows[\"w\"].Temperature is '-1', but must be a number from 0 to 2, such as 0.3.",
                "LLMWorkflowOptions.Workflows[\"w\"].MaxTokens is '0', but must be a whole number above 0, such as 2000.",
            ],
            failures);
    }
}
