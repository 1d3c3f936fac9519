namespace JobWise.Llm.Pipeline;

/// <summary>The quick look that every request gets: sizes, and whether any text has to be read. Allocates nothing.</summary>
internal static class InputLook
{
    /// <summary>What the request has to be read for.</summary>
    /// <exception cref="LLMGuardrailException">A message is too long.</exception>
    public static WakeReasons Look(LLMRequest request, in GuardrailSettings guards, TextWake wake)
    {
        var reasons = WakeReasons.None;
        var index = 0;
        if (request.SystemMessage is { } system)
        {
            ThrowIfLonger(request, index++, system.Length, guards.MaxMessageCharacters);
            reasons |= Look(system, LLMRole.System, guards, wake);
        }

        if (request.Prompt is { } prompt)
        {
            ThrowIfLonger(request, index++, prompt.Length, guards.MaxMessageCharacters);
            reasons |= Look(prompt, LLMRole.User, guards, wake);
        }

        for (var i = 0; i < request.Messages.Count; i++)
        {
            reasons |= Look(request, request.Messages[i], index + i, guards, wake);
        }

        return reasons;
    }

    /// <summary>What a text has to be read for, as far as the guardrails ask for it.</summary>
    public static WakeReasons Look(string text, LLMRole role, in GuardrailSettings guards, TextWake wake)
    {
        var wanted = guards.Secrets == LLMGuardrailAction.Off ? WakeReasons.None : WakeReasons.Secret;
        if (guards.Injection != LLMGuardrailAction.Off && (guards.ScanAllRoles || !(role == LLMRole.System || role == LLMRole.Assistant)))
        {
            wanted |= WakeReasons.Word | WakeReasons.Shape;
        }

        return wanted == WakeReasons.None ? wanted : wake.Look(text) & wanted;
    }

    private static WakeReasons Look(LLMRequest request, LLMMessage message, int index, in GuardrailSettings guards, TextWake wake)
    {
        var reasons = WakeReasons.None;
        var length = 0;
        for (var i = 0; i < message.Parts.Count; i++)
        {
            if (MessageText.TextOf(message.Parts[i]) is { } text)
            {
                length += text.Length;
                ThrowIfLonger(request, index, length, guards.MaxMessageCharacters);
                reasons |= Look(text, message.Role, guards, wake);
            }
        }

        return reasons;
    }

    private static void ThrowIfLonger(LLMRequest request, int index, int length, int most)
    {
        if (length > most && most > 0)
        {
            throw GuardrailRefusals.OfSize(request, index, length, most);
        }
    }
}
