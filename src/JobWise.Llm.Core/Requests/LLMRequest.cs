using System.Text;
using System.Text.Json;

namespace JobWise.Llm;

/// <summary>
/// One chat completion to be made. Immutable: copy it with <c>with</c>. An option left null takes the value of the workflow, then of the
/// provider, then of <c>JobWise:Llm</c> (temperature 0.3, 2,000 output tokens).
/// </summary>
public sealed record LLMRequest
{
    /// <summary>The user's text, for calls of one turn. Set either this or <see cref="Messages"/>.</summary>
    public string? Prompt { get; init; }

    /// <summary>Standing instructions that go before the prompt or the messages.</summary>
    public string? SystemMessage { get; init; }

    /// <summary>The conversation so far, for calls of several turns.</summary>
    public IReadOnlyList<LLMMessage> Messages { get; init; } = [];

    /// <summary>The model's id as the provider names it.</summary>
    public string? Model { get; init; }

    /// <summary>Sampling temperature, 0 to 2.</summary>
    public double? Temperature { get; init; }

    /// <summary>The most tokens the answer may have, reasoning included.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Nucleus sampling, above 0 and up to 1.</summary>
    public double? TopP { get; init; }

    /// <summary>Texts that end the answer; most providers take at most four.</summary>
    public IReadOnlyList<string> StopSequences { get; init; } = [];

    /// <summary>The form of the answer; null is plain text.</summary>
    public LLMResponseFormat? ResponseFormat { get; init; }

    /// <summary>Asks for repeatable sampling, as far as the provider can.</summary>
    public long? Seed { get; init; }

    /// <summary>How much a reasoning model thinks.</summary>
    public LLMReasoningEffort? ReasoningEffort { get; init; }

    /// <summary>The tools the model may ask the caller to run.</summary>
    public IReadOnlyList<LLMTool> Tools { get; init; } = [];

    /// <summary>Whether and which tool must be called; null lets the model choose.</summary>
    public LLMToolChoice? ToolChoice { get; init; }

    /// <summary>Whether several tools may be called in one turn; null is the provider's default.</summary>
    public bool? ParallelToolCalls { get; init; }

    /// <summary>The kind of work, such as <see cref="LLMWorkflows.CoverLetterGeneration"/>: selects model, temperature and output cap.</summary>
    public string? Workflow { get; init; }

    /// <summary>Whom the call is made for: keys usage, budgets and sticky routing. Not sent to the provider.</summary>
    public string? UserId { get; init; }

    /// <summary>
    /// An id of the person whose words the prompt holds, sent to the provider so that it can tell one abuser from all your users. Not a name or an
    /// address: a hash, at most 64 characters. Null sends none.
    /// </summary>
    public string? EndUserId { get; init; }

    /// <summary>Labels for usage and budgets. Not sent to the provider.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableEmpty.Strings;

    /// <summary>Fields of the provider's own that are written into the request body as they are.</summary>
    public IReadOnlyDictionary<string, JsonElement> ExtraFields { get; init; } = ImmutableEmpty.Json;

    /// <summary>What belongs to this call and not to its answer: timeout, priority, cache mode, tenant.</summary>
    public LLMCallOptions Call { get; init; } = LLMCallOptions.Default;

    /// <summary>A request of one turn.</summary>
    /// <param name="prompt">The user's text.</param>
    /// <param name="systemMessage">Standing instructions, if any.</param>
    public static LLMRequest FromPrompt(string prompt, string? systemMessage = null)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return new LLMRequest { Prompt = prompt, SystemMessage = systemMessage };
    }

    /// <summary>The whole conversation as it goes to the provider: the system message first, then the prompt or the messages.</summary>
    /// <exception cref="LLMInvalidRequestException">Neither or both of <see cref="Prompt"/> and <see cref="Messages"/> are set.</exception>
    public IReadOnlyList<LLMMessage> GetConversation()
    {
        ThrowUnlessOneForm();
        IReadOnlyList<LLMMessage> turns = Prompt is null ? Messages : [LLMMessage.User(Prompt)];
        return SystemMessage is null ? turns : [LLMMessage.System(SystemMessage), .. turns];
    }

    /// <exception cref="LLMInvalidRequestException">Neither or both of <see cref="Prompt"/> and <see cref="Messages"/> are set.</exception>
    internal void ThrowUnlessOneForm()
    {
        if (Prompt is null == (Messages.Count == 0))
        {
            throw new LLMInvalidRequestException(
                $"The request has {(Prompt is null ? "neither a Prompt nor Messages" : "both a Prompt and Messages")}. Set exactly one of them.");
        }
    }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Model = ").Append(Model)
            .Append(", Workflow = ").Append(Workflow)
            .Append(", PromptLength = ").Append(Prompt?.Length ?? 0)
            .Append(", SystemMessageLength = ").Append(SystemMessage?.Length ?? 0)
            .Append(", Messages = ").Append(Messages.Count)
            .Append(", Tools = ").Append(Tools.Count)
            .Append(", MaxTokens = ").Append(MaxTokens);
        return true;
    }
}
