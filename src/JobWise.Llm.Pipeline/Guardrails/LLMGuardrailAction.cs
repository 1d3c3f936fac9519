namespace JobWise.Llm;

/// <summary>What happens when a guardrail finds something. Not every guardrail can do everything; see its option.</summary>
public enum LLMGuardrailAction
{
    /// <summary>It does not look.</summary>
    Off = 0,

    /// <summary>The call goes on, and what was found is noted without the text.</summary>
    Log = 1,

    /// <summary>The call fails.</summary>
    Reject = 2,

    /// <summary><see cref="LLMGuardrailOptions.InjectionHook"/> decides. For injections only.</summary>
    Hook = 3,

    /// <summary>What was found is taken out, and the call goes on. For secrets only.</summary>
    Redact = 4,
}
