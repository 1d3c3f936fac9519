namespace JobWise.Llm.Tests;

public sealed class LLMRequestTests
{
    [Fact]
    public void GetConversation_prompt_and_system_message_give_two_turns()
    {
        var turns = LLMRequest.FromPrompt("Hi", "Be brief.").GetConversation();

        Assert.Equal([(LLMRole.System, "Be brief."), (LLMRole.User, "Hi")], turns.Select(turn => (turn.Role, turn.Text)));
    }

    [Fact]
    public void GetConversation_messages_are_kept_in_order()
    {
        var request = new LLMRequest { Messages = [LLMMessage.User("a"), LLMMessage.Assistant("b"), LLMMessage.User("c")] };

        Assert.Equal(["a", "b", "c"], request.GetConversation().Select(turn => turn.Text));
    }

    [Fact]
    public void GetConversation_nothing_to_say_is_refused()
    {
        var exception = Assert.Throws<LLMInvalidRequestException>(() => new LLMRequest { SystemMessage = "x" }.GetConversation());

        Assert.Equal("The request has neither a Prompt nor Messages. Set exactly one of them.", exception.Message);
    }

    [Fact]
    public void GetConversation_both_forms_are_refused()
    {
        var request = new LLMRequest { Prompt = "a", Messages = [LLMMessage.User("b")] };

        var exception = Assert.Throws<LLMInvalidRequestException>(request.GetConversation);

        Assert.Equal("The request has both a Prompt and Messages. Set exactly one of them.", exception.Message);
    }
}
