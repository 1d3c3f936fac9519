using System.Text.Json.Serialization.Metadata;

namespace JobWise.Llm;

/// <summary>
/// Adds answers to a mock, its options or a script, and returns what it was called on. Wherever a <see cref="MockAnswer"/> is asked for, a
/// string, a <see cref="LLMResponse"/>, a <see cref="MockFault"/> or a <see cref="LLMServiceException"/> will do.
/// </summary>
public static class MockScriptExtensions
{
    /// <summary>Answers calls whose conversation contains a keyword.</summary>
    /// <typeparam name="TScripted">Inferred.</typeparam>
    /// <param name="scripted">The mock, its options or its script.</param>
    /// <param name="keyword">Looked for without regard to case, in the system message, the prompt, all messages and tool results.</param>
    /// <param name="answer">What is said.</param>
    /// <param name="times">After so many calls the rule no longer fits, so that a later one can; null is no end.</param>
    public static TScripted Answer<TScripted>(this TScripted scripted, string keyword, MockAnswer answer, int? times = null)
        where TScripted : IMockScripted
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Add(scripted, Quoted(keyword), Contains(keyword), MockReplies.Of(answer), times);
    }

    /// <summary>Answers calls whose conversation contains a keyword with what a function makes of the request.</summary>
    /// <inheritdoc cref="Answer{TScripted}(TScripted, string, MockAnswer, int?)"/>
    public static TScripted Answer<TScripted>(this TScripted scripted, string keyword, Func<LLMRequest, MockAnswer> answer, int? times = null)
        where TScripted : IMockScripted
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Add(scripted, Quoted(keyword), Contains(keyword), MockReplies.Of(answer), times);
    }

    /// <summary>Answers calls that a predicate accepts.</summary>
    /// <typeparam name="TScripted">Inferred.</typeparam>
    /// <param name="scripted">The mock, its options or its script.</param>
    /// <param name="when">Whether the answer is for this request; may be called for calls that another rule answers, and from several threads.</param>
    /// <param name="answer">What is said.</param>
    /// <param name="times">After so many calls the rule no longer fits, so that a later one can; null is no end.</param>
    public static TScripted Answer<TScripted>(this TScripted scripted, Func<LLMRequest, bool> when, MockAnswer answer, int? times = null)
        where TScripted : IMockScripted
    {
        ArgumentNullException.ThrowIfNull(when);
        ArgumentNullException.ThrowIfNull(answer);
        return Add(scripted, "a predicate", when, MockReplies.Of(answer), times);
    }

    /// <summary>Answers calls that a predicate accepts with what a function makes of the request.</summary>
    /// <inheritdoc cref="Answer{TScripted}(TScripted, Func{LLMRequest, bool}, MockAnswer, int?)"/>
    public static TScripted Answer<TScripted>(
        this TScripted scripted, Func<LLMRequest, bool> when, Func<LLMRequest, MockAnswer> answer, int? times = null)
        where TScripted : IMockScripted
    {
        ArgumentNullException.ThrowIfNull(when);
        ArgumentNullException.ThrowIfNull(answer);
        return Add(scripted, "a predicate", when, MockReplies.Of(answer), times);
    }

    /// <summary>Answers every call that reaches this rule with what a function makes of the request.</summary>
    /// <typeparam name="TScripted">Inferred.</typeparam>
    /// <param name="scripted">The mock, its options or its script.</param>
    /// <param name="answer">May throw; a <see cref="LLMServiceException"/> is then what the call fails with.</param>
    /// <param name="times">After so many calls the rule no longer fits, so that a later one can; null is no end.</param>
    public static TScripted Answer<TScripted>(this TScripted scripted, Func<LLMRequest, MockAnswer> answer, int? times = null)
        where TScripted : IMockScripted
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Add(scripted, "a function", static _ => true, MockReplies.Of(answer), times);
    }

    /// <summary>Answers every call that reaches this rule with what an asynchronous function makes of the request.</summary>
    /// <typeparam name="TScripted">Inferred.</typeparam>
    /// <param name="scripted">The mock, its options or its script.</param>
    /// <param name="answer">Gets the request and the caller's token.</param>
    /// <param name="times">After so many calls the rule no longer fits, so that a later one can; null is no end.</param>
    public static TScripted Answer<TScripted>(
        this TScripted scripted, Func<LLMRequest, CancellationToken, Task<MockAnswer>> answer, int? times = null)
        where TScripted : IMockScripted
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Add(scripted, "a function", static _ => true, MockReplies.Of(answer), times);
    }

    /// <summary>Answers calls whose conversation contains a keyword with a value as JSON.</summary>
    /// <typeparam name="TScripted">Inferred.</typeparam>
    /// <typeparam name="TValue">Inferred.</typeparam>
    /// <param name="scripted">The mock, its options or its script.</param>
    /// <param name="keyword">Looked for without regard to case; see the other overloads.</param>
    /// <param name="value">Written now, so that a later change to it has no effect.</param>
    /// <param name="typeInfo">From a source-generated context.</param>
    /// <param name="times">After so many calls the rule no longer fits, so that a later one can; null is no end.</param>
    public static TScripted AnswerJson<TScripted, TValue>(
        this TScripted scripted, string keyword, TValue value, JsonTypeInfo<TValue> typeInfo, int? times = null)
        where TScripted : IMockScripted
    {
        ArgumentException.ThrowIfNullOrEmpty(keyword);
        return scripted.Answer(keyword, MockAnswer.Json(value, typeInfo), times);
    }

    /// <summary>Answers every call that reaches this rule with a value as JSON.</summary>
    /// <inheritdoc cref="AnswerJson{TScripted, TValue}(TScripted, string, TValue, JsonTypeInfo{TValue}, int?)"/>
    public static TScripted AnswerJson<TScripted, TValue>(
        this TScripted scripted, TValue value, JsonTypeInfo<TValue> typeInfo, int? times = null)
        where TScripted : IMockScripted =>
        Add(scripted, $"JSON of {typeof(TValue).Name}", static _ => true, MockReplies.Of(MockAnswer.Json(value, typeInfo)), times);

    /// <summary>Queues answers: each serves one call, in order, whatever the call says, and before any rule is looked at.</summary>
    /// <typeparam name="TScripted">Inferred.</typeparam>
    /// <param name="scripted">The mock, its options or its script.</param>
    /// <param name="answers">Texts, responses or faults, mixed as needed.</param>
    public static TScripted AnswerNext<TScripted>(this TScripted scripted, params IReadOnlyList<MockAnswer> answers)
        where TScripted : IMockScripted
    {
        ArgumentNullException.ThrowIfNull(scripted);
        ArgumentNullException.ThrowIfNull(answers);
        foreach (var answer in answers)
        {
            ArgumentNullException.ThrowIfNull(answer, nameof(answers));
            scripted.Script.Enqueue(MockReplies.Of(answer));
        }

        return scripted;
    }

    /// <summary>Queues one answer that a function makes of the request.</summary>
    /// <typeparam name="TScripted">Inferred.</typeparam>
    /// <param name="scripted">The mock, its options or its script.</param>
    /// <param name="answer">Called once, by the call that takes its turn.</param>
    public static TScripted AnswerNext<TScripted>(this TScripted scripted, Func<LLMRequest, MockAnswer> answer)
        where TScripted : IMockScripted
    {
        ArgumentNullException.ThrowIfNull(scripted);
        ArgumentNullException.ThrowIfNull(answer);
        scripted.Script.Enqueue(MockReplies.Of(answer));
        return scripted;
    }

    /// <summary>Sets what calls get that nothing else fits; "Mock LLM response" until then.</summary>
    /// <typeparam name="TScripted">Inferred.</typeparam>
    /// <param name="scripted">The mock, its options or its script.</param>
    /// <param name="answer">Has no effect while <see cref="MockLLMOptions.Strict"/> is set.</param>
    public static TScripted AnswerByDefault<TScripted>(this TScripted scripted, MockAnswer answer)
        where TScripted : IMockScripted
    {
        ArgumentNullException.ThrowIfNull(scripted);
        ArgumentNullException.ThrowIfNull(answer);
        scripted.Script.Default = MockReplies.Of(answer);
        return scripted;
    }

    /// <summary>Lets every call that reaches this rule fail.</summary>
    /// <typeparam name="TScripted">Inferred.</typeparam>
    /// <param name="scripted">The mock, its options or its script.</param>
    /// <param name="fault">A preset, or any <see cref="LLMServiceException"/>.</param>
    /// <param name="times">After so many failures the rule no longer fits: <c>Fail(fault, times: 2).Answer("x", "text")</c> fails twice, then answers.</param>
    public static TScripted Fail<TScripted>(this TScripted scripted, MockFault fault, int? times = null)
        where TScripted : IMockScripted
    {
        ArgumentNullException.ThrowIfNull(fault);
        return Add(scripted, $"fault {fault.Name}", static _ => true, MockReplies.Of(fault), times);
    }

    /// <summary>Lets calls fail whose conversation contains a keyword.</summary>
    /// <typeparam name="TScripted">Inferred.</typeparam>
    /// <param name="scripted">The mock, its options or its script.</param>
    /// <param name="keyword">Looked for without regard to case.</param>
    /// <param name="fault">A preset, or any <see cref="LLMServiceException"/>.</param>
    /// <param name="times">After so many failures the rule no longer fits; null is no end.</param>
    public static TScripted Fail<TScripted>(this TScripted scripted, string keyword, MockFault fault, int? times = null)
        where TScripted : IMockScripted
    {
        ArgumentNullException.ThrowIfNull(fault);
        return Add(scripted, $"fault {fault.Name} for {Quoted(keyword)}", Contains(keyword), MockReplies.Of(fault), times);
    }

    private static TScripted Add<TScripted>(
        TScripted scripted, string description, Func<LLMRequest, bool> fits, MockReply reply, int? times)
        where TScripted : IMockScripted
    {
        ArgumentNullException.ThrowIfNull(scripted);
        ArgumentNullException.ThrowIfNull(fits);
        scripted.Script.AddRule(description, fits, reply, times);
        return scripted;
    }

    private static Func<LLMRequest, bool> Contains(string keyword)
    {
        ArgumentException.ThrowIfNullOrEmpty(keyword);
        return request => ConversationText.Contains(request, keyword);
    }

    private static string Quoted(string keyword) => $"'{keyword}'";
}
