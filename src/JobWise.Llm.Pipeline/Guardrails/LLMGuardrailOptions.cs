namespace JobWise.Llm;

/// <summary>
/// What is looked for in prompts and answers. Bound from the section <c>JobWise:Llm:Guardrails</c>. These are signals and hygiene, not a wall:
/// keep untrusted text apart from instructions, and check what comes back.
/// </summary>
public sealed class LLMGuardrailOptions
{
    /// <summary>The most characters that one message may have, all its texts together; a longer one is rejected. 0 sets no limit.</summary>
    /// <value>The default value is 50,000.</value>
    public int MaxMessageCharacters { get; set; } = 50_000;

    /// <summary>What happens when a message looks like a prompt injection: Off, Log, Reject or Hook.</summary>
    /// <value>The default value is <see cref="LLMGuardrailAction.Log"/>.</value>
    public LLMGuardrailAction Injection { get; set; } = LLMGuardrailAction.Log;

    /// <summary>The score, above 0 and up to 1, from which a message counts as a prompt injection.</summary>
    /// <value>The default value is 0.5.</value>
    public double InjectionThreshold { get; set; } = 0.5;

    /// <summary>Whether messages of the system and of the assistant are looked at too. They are your own and the model's, and full of instructions.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool ScanAllRoles { get; set; }

    /// <summary>
    /// Decides with <see cref="LLMGuardrailAction.Hook"/>: true lets the call go on. It gets the request and what was found, and may itself ask
    /// a service. Set in code only.
    /// </summary>
    public Func<LLMRequest, LLMInjectionReport, CancellationToken, ValueTask<bool>>? InjectionHook { get; set; }

    /// <summary>What happens when a message of any role holds a key, a token, a private key or a password: Off, Log, Reject or Redact.</summary>
    /// <value>The default value is <see cref="LLMGuardrailAction.Log"/>.</value>
    public LLMGuardrailAction Secrets { get; set; } = LLMGuardrailAction.Log;

    /// <summary>Whether white space before and after the answer is removed. White space inside stays: it is Markdown.</summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool TrimOutput { get; set; } = true;

    /// <summary>Whether control characters, halves of characters and characters that turn the direction of text are removed from the answer.</summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool CleanOutput { get; set; } = true;

    /// <summary>What happens when JSON was asked for and the finished answer is none: Off, Log (a warning on the response) or Reject.</summary>
    /// <remarks>Calls that judge their answers themselves, by <see cref="LLMCallOptions.Accept"/> as typed calls do, are left to that.</remarks>
    /// <value>The default value is <see cref="LLMGuardrailAction.Log"/>.</value>
    public LLMGuardrailAction InvalidJson { get; set; } = LLMGuardrailAction.Log;

    /// <summary>Whether a stream is held back until its answer has been checked; else its pieces pass as they come, and the last update has the checked answer.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool BufferStreams { get; set; }

    /// <summary>What differs for single workflows, by name, without regard to case.</summary>
    public Dictionary<string, LLMWorkflowGuardrailOptions> Workflows { get; } = new(StringComparer.OrdinalIgnoreCase);
}
