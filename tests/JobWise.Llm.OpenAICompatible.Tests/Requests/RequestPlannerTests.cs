using System.Text.Json;
using JobWise.Llm.Wire;

namespace JobWise.Llm.OpenAICompatible.Tests.Requests;

public sealed class RequestPlannerTests
{
    private static readonly OpenAIDialect Fixed = OpenAIDialect.Compatible with
    {
        ModelRules = [new OpenAIModelRule { Prefix = "deep-", FixedSampling = true, ReasoningEfforts = ["low"], StrictSchemaStreams = false, StrictSchemaWithTools = false }],
    };

    private static readonly LLMResponseFormat Schema = LLMResponseFormat.JsonSchema(JsonElement.Parse("""{"type":"object"}"""));

    [Fact]
    public void Plan_explicit_temperature_that_is_refused_is_left_out_and_reported()
    {
        var plan = Plan(LLMRequest.FromPrompt("Hi") with { Temperature = 0.4, TopP = 0.5 });

        Assert.Null(plan.Temperature);
        Assert.Null(plan.TopP);
        Assert.Equal(
            [("option_ignored", "Temperature", "The model 'deep-1' takes only its default temperature."), ("option_ignored", "TopP", "The model 'deep-1' takes only its default top-p.")],
            plan.Warnings.Select(warning => (warning.Code, warning.Option!, warning.Message)));
    }

    [Fact]
    public void Plan_defaulted_temperature_that_is_refused_is_left_out_silently()
    {
        var plan = Plan(LLMRequest.FromPrompt("Hi") with
        {
            Temperature = 0.4,
            Call = LLMCallOptions.Default with { Defaulted = LLMDefaultedOptions.Temperature },
        });

        Assert.Null(plan.Temperature);
        Assert.Empty(plan.Warnings);
    }

    [Fact]
    public void Plan_effort_that_is_not_taken_is_reported()
    {
        var plan = Plan(LLMRequest.FromPrompt("Hi") with { ReasoningEffort = LLMReasoningEffort.High });

        Assert.Null(plan.ReasoningEffort);
        Assert.Equal("The model 'deep-1' takes low, but not 'high'.", Assert.Single(plan.Warnings).Message);
    }

    [Theory]
    [InlineData(true, false, "The model cannot guarantee a schema while streaming; it is sent as best effort.")]
    [InlineData(false, true, "The model cannot guarantee a schema beside tools; it is sent as best effort.")]
    public void Plan_strict_schema_that_cannot_be_guaranteed_steps_down_to_best_effort(bool stream, bool tools, string message)
    {
        var request = LLMRequest.FromPrompt("Hi") with { ResponseFormat = Schema, Tools = tools ? [new LLMTool { Name = "t" }] : [] };

        var plan = Plan(request, stream);

        Assert.Equal((LLMResponseFormatKind.JsonSchema, false), (plan.Format, plan.Strict));
        Assert.Equal(("format_stepped_down", message), (plan.Warnings[0].Code, plan.Warnings[0].Message));
    }

    [Fact]
    public void Plan_model_without_schemas_gets_a_json_object_and_the_schema_in_words()
    {
        var plan = Plan(LLMRequest.FromPrompt("Hi") with { ResponseFormat = Schema }, known: [LLMModelCapability.Chat, LLMModelCapability.JsonObject]);

        Assert.Equal(LLMResponseFormatKind.JsonObject, plan.Format);
        Assert.Equal("Answer with one JSON object and nothing else. It must follow this JSON schema: {\"type\":\"object\"}", plan.Instruction);
        Assert.Equal(
            "The model 'deep-1' does not take this response format; a JSON object is asked for, and the schema is described in the system message.",
            Assert.Single(plan.Warnings).Message);
    }

    [Fact]
    public void Plan_model_without_json_objects_gets_the_form_in_words()
    {
        var plan = Plan(LLMRequest.FromPrompt("Hi") with { ResponseFormat = LLMResponseFormat.JsonObject }, known: [LLMModelCapability.JsonSchema]);

        Assert.Equal((LLMResponseFormatKind.Text, "Answer with one JSON object and nothing else."), (plan.Format, plan.Instruction));
        Assert.Equal("format_stepped_down", Assert.Single(plan.Warnings).Code);
    }

    [Fact]
    public void Plan_model_whose_forms_of_json_are_not_known_is_asked_for_what_the_caller_wants()
    {
        var plan = Plan(LLMRequest.FromPrompt("Hi") with { ResponseFormat = Schema }, known: [LLMModelCapability.Chat, LLMModelCapability.PromptCaching]);

        Assert.Equal((LLMResponseFormatKind.JsonSchema, true), (plan.Format, plan.Strict));
        Assert.Empty(plan.Warnings);
    }

    [Fact]
    public void Plan_model_that_nobody_describes_is_asked_for_what_the_caller_wants()
    {
        var plan = new RequestPlanner(OpenAIDialect.Compatible, _ => null)
            .Plan(LLMRequest.FromPrompt("Hi") with { ResponseFormat = Schema, Temperature = 2 }, "unknown", stream: true);

        Assert.Equal((LLMResponseFormatKind.JsonSchema, true, 2.0), (plan.Format, plan.Strict, plan.Temperature));
        Assert.Empty(plan.Warnings);
    }

    private static RequestPlan Plan(LLMRequest request, bool stream = false, IReadOnlyList<LLMModelCapability>? known = null) =>
        new RequestPlanner(Fixed, id => known is null ? null : new LLMModel { Id = id, Provider = "x", Capabilities = known }).Plan(request, "deep-1", stream);
}
