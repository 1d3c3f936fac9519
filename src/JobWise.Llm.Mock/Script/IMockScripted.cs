namespace JobWise.Llm;

/// <summary>
/// What <see cref="MockScriptExtensions"/> can add answers to: a <see cref="MockLLMService"/>, its <see cref="MockLLMOptions"/>, or a
/// <see cref="MockScript"/> alone.
/// </summary>
public interface IMockScripted
{
    /// <summary>The answers.</summary>
    MockScript Script { get; }
}
