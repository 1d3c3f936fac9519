using JobWise.Llm.TestKit;

namespace JobWise.Llm.OpenAICompatible.Tests.Requests;

public sealed class ToolResultTests
{
    private static readonly LLMToolResultPart Result = new() { CallId = "a", Text = "sun" };

    [Fact]
    public async Task Text_beside_a_tools_result_is_a_message_of_its_own_after_it()
    {
        var body = await BodyOf(LLMMessage.Of(LLMRole.Tool, new LLMTextPart { Text = "Be brief." }, Result));

        JsonAssert.Equal(
            """{"model":"m","messages":[{"role":"tool","tool_call_id":"a","content":"sun"},{"role":"user","content":"Be brief."}]}""", body);
    }

    [Fact]
    public async Task Text_and_image_beside_a_users_result_keep_the_role()
    {
        var body = await BodyOf(LLMMessage.Of(
            LLMRole.User, Result, new LLMTextPart { Text = "And this?" }, new LLMImagePart { Url = new Uri("https://x.test/a.png") }));

        JsonAssert.Equal(
            """
            {"model":"m","messages":[{"role":"tool","tool_call_id":"a","content":"sun"},{"role":"user","content":[
             {"type":"text","text":"And this?"},{"type":"image_url","image_url":{"url":"https://x.test/a.png"}}]}]}
            """,
            body);
    }

    [Fact]
    public async Task Empty_text_beside_a_tools_result_adds_nothing()
    {
        var body = await BodyOf(LLMMessage.Of(LLMRole.Tool, new LLMTextPart { Text = "" }, Result));

        JsonAssert.Equal("""{"model":"m","messages":[{"role":"tool","tool_call_id":"a","content":"sun"}]}""", body);
    }

    private static Task<string> BodyOf(LLMMessage message) => Some.BodyOf(new LLMRequest { Model = "m", Messages = [message] });
}
