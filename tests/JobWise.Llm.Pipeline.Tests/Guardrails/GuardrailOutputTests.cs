namespace JobWise.Llm.Pipeline.Tests.Guardrails;

public class GuardrailOutputTests
{
    private static readonly LLMRequest Json = Some.Request with { ResponseFormat = LLMResponseFormat.JsonObject };

    [Fact]
    public async Task GenerateAsync_trims_the_answer_and_keeps_the_white_space_inside()
    {
        await using var pipeline = GuardsUnderTest.CreatePipeline();
        pipeline.Provider.Script(Some.Response(text: "\n\n# Title\n\n- a\n    - b  c\n "));

        var answer = await pipeline.Service.GenerateAsync(Some.Request);

        Assert.Equal("# Title\n\n- a\n    - b  c", answer.Text);
        Assert.Empty(answer.Warnings);
    }

    [Fact]
    public async Task GenerateAsync_removes_control_characters_and_says_how_many()
    {
        await using var pipeline = GuardsUnderTest.CreatePipeline();
        pipeline.Provider.Script(Some.Response(text: "a\u001B\0b"));

        var answer = await pipeline.Service.GenerateAsync(Some.Request);

        Assert.Equal("ab", answer.Text);
        Assert.Equal(
            ("characters_removed", "2 control character(s) or half character(s) were removed from the answer."),
            (answer.Warnings[0].Code, answer.Warnings[0].Message));
    }

    [Fact]
    public async Task GenerateAsync_with_output_guards_off_returns_the_answer_untouched()
    {
        await using var pipeline = GuardsUnderTest.CreatePipeline(guards =>
            (guards.TrimOutput, guards.CleanOutput, guards.InvalidJson) = (false, false, LLMGuardrailAction.Off));
        pipeline.Provider.Script(Some.Response(text: " a\0 "));

        Assert.Equal(" a\0 ", (await pipeline.Service.GenerateAsync(Json)).Text);
    }

    [Fact]
    public void Check_cleans_only_texts_and_trims_only_the_outer_ends()
    {
        var reasoning = new LLMReasoningPart { Text = " \0why " };
        var message = LLMMessage.Of(LLMRole.Assistant, reasoning, new LLMTextPart { Text = " a " }, new LLMTextPart { Text = " b " });
        var response = Some.Response() with { Message = message };

        var answer = OutputGuard.Check(Some.Request, response, GuardrailSettings.Of(Some.Request, new LLMGuardrailOptions()));

        Assert.Equal("a  b", answer.Text);
        Assert.Same(reasoning, answer.Message.Parts[0]);
    }

    [Fact]
    public void Check_an_answer_without_fault_comes_back_as_the_same_object_without_allocating()
    {
        var (request, response) = (Some.Request, Some.Response(text: "# Title\n\ntext"));
        var guards = GuardrailSettings.Of(request, new LLMGuardrailOptions());
        OutputGuard.Check(request, response, guards);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var answer = OutputGuard.Check(request, response, guards);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Same(response, answer);
    }

    [Fact]
    public async Task GenerateAsync_broken_JSON_is_a_warning_by_default()
    {
        await using var pipeline = GuardsUnderTest.CreatePipeline();
        pipeline.Provider.Script(Some.Response(text: "{\"a\":"));

        var warning = Assert.Single((await pipeline.Service.GenerateAsync(Json)).Warnings);

        Assert.Equal(
            ("json_invalid", "ResponseFormat", "JSON was asked for, and the answer is no JSON object."), (warning.Code, warning.Option, warning.Message));
    }

    [Fact]
    public async Task GenerateAsync_broken_JSON_with_reject_fails_with_the_text_and_is_not_fit_for_a_cache()
    {
        await using var pipeline = GuardsUnderTest.CreatePipeline(guards => guards.InvalidJson = LLMGuardrailAction.Reject);
        pipeline.Provider.Script(Some.Response(text: "{\"a\":"));

        var error = await Assert.ThrowsAsync<LLMInvalidResponseException>(() => pipeline.Service.GenerateAsync(Json));

        Assert.Equal(
            "JSON was asked for, and the answer of 5 characters is no JSON object. It is in PartialText. Ask again, or use GenerateJsonAsync, which mends what it can.",
            error.Message);
        Assert.Equal(("{\"a\":", 1, false), (error.PartialText, error.Sends, error.IsTransient));
        var call = pipeline.Provider.Requests[0].Call;
        Assert.False(call.Accepts(Some.Response(text: "{\"a\":")));
        Assert.True(call.Accepts(Some.Response(text: " {} ")));
    }

    [Fact]
    public async Task GenerateAsync_a_cut_answer_and_text_that_was_not_asked_as_JSON_are_left_alone()
    {
        await using var pipeline = GuardsUnderTest.CreatePipeline(guards => guards.InvalidJson = LLMGuardrailAction.Reject);
        pipeline.Provider.Script(Some.Response(text: "{\"a\":") with { FinishReason = LLMFinishReason.Length }, Some.Response(text: "no JSON"));

        Assert.Equal("{\"a\":", (await pipeline.Service.GenerateAsync(Json)).Text);
        Assert.Equal("no JSON", (await pipeline.Service.GenerateAsync(Some.Request)).Text);
    }

    [Fact]
    public async Task GenerateJsonAsync_with_reject_still_mends_and_asks_again_by_itself()
    {
        await using var pipeline = GuardsUnderTest.CreatePipeline(guards => guards.InvalidJson = LLMGuardrailAction.Reject);
        pipeline.Provider.Script(Some.Response(text: "Sure!") with { Usage = null }, Some.Response(text: "```json\n{\"score\": 7}\n```"));

        var answer = await pipeline.Service.GenerateJsonAsync(Some.Request, VerdictJsonContext.Default.Verdict);

        Assert.Equal(7, answer.Value.Score);
        Assert.Equal(2, pipeline.Provider.Requests.Count);
    }

    [Fact]
    public async Task GenerateStreamAsync_pieces_pass_as_they_come_and_the_last_update_has_the_checked_answer()
    {
        await using var pipeline = GuardsUnderTest.CreatePipeline();
        pipeline.Provider.Stream = (_, _) => Some.Stream(" a\0", "b ");
        List<LLMStreamUpdate> updates = [];

        await foreach (var update in pipeline.Service.GenerateStreamAsync(Some.Request))
        {
            updates.Add(update);
        }

        Assert.Equal([" a\0", "b "], updates.Select(update => update.Text).OfType<string>());
        Assert.Equal("ab", updates[^1].Response!.Text);
        Assert.Equal("characters_removed", Assert.Single(updates[^1].Response!.Warnings).Code);
    }

    [Fact]
    public async Task GenerateStreamAsync_with_buffering_gives_the_checked_text_in_one_piece_at_the_end()
    {
        await using var pipeline = GuardsUnderTest.CreatePipeline(guards => guards.BufferStreams = true);
        pipeline.Provider.Stream = (_, _) => Some.Stream(" a\0", "b ");
        List<LLMStreamUpdate> updates = [];

        await foreach (var update in pipeline.Service.GenerateStreamAsync(Some.Request))
        {
            updates.Add(update);
        }

        Assert.Equal([LLMStreamUpdateKind.Text, LLMStreamUpdateKind.Completed], updates.Select(update => update.Kind));
        Assert.Equal(("ab", "ab"), (updates[0].Text, updates[1].Response!.Text));
    }

    [Fact]
    public async Task GenerateStreamAsync_with_buffering_and_reject_gives_no_piece_of_broken_JSON()
    {
        await using var pipeline = GuardsUnderTest.CreatePipeline(guards => (guards.BufferStreams, guards.InvalidJson) = (true, LLMGuardrailAction.Reject));
        pipeline.Provider.Stream = (_, _) => Some.Stream("{\"a", "\":");
        var pieces = 0;

        await Assert.ThrowsAsync<LLMInvalidResponseException>(async () =>
        {
            await foreach (var update in pipeline.Service.GenerateStreamAsync(Json))
            {
                pieces++;
            }
        });

        Assert.Equal(0, pieces);
    }
}
