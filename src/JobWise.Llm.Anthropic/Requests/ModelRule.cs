namespace JobWise.Llm.Wire;

/// <summary>What the models of one family take.</summary>
internal sealed record ModelRule
{
    /// <summary>The start of the ids concerned.</summary>
    public required string Prefix { get; init; }

    /// <summary>Whether another temperature or top-p than the default is taken.</summary>
    public bool TakesSampling { get; init; }

    /// <summary>Whether an effort is taken; if not, the model thinks only when the request names a budget.</summary>
    public bool TakesEffort { get; init; } = true;

    /// <summary>Whether the model thinks only when the request asks for it.</summary>
    public bool ThinksOnRequest { get; init; }

    /// <summary>Whether thinking can be turned off.</summary>
    public bool CanStopThinking { get; init; } = true;

    /// <summary>Whether a tool can be made compulsory.</summary>
    public bool TakesForcedTools { get; init; } = true;
}
