namespace JobWise.Llm;

/// <summary>Why a tool loop ended.</summary>
public enum LLMToolRunEnd
{
    /// <summary>The model answered without asking for a tool.</summary>
    Answered = 0,

    /// <summary><see cref="LLMToolLoopOptions.MaxSteps"/> was reached while the model still asked for tools; these were not run.</summary>
    StepLimit = 1,

    /// <summary><see cref="LLMCallOptions.MostTokens"/> was reached while the model still asked for tools; these were not run.</summary>
    TokenLimit = 2,
}
