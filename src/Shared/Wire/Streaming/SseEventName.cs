namespace JobWise.Llm.Wire;

/// <summary>What the name of a server-sent event says.</summary>
internal enum SseEventName
{
    /// <summary>No name, or the default one.</summary>
    Message = 0,

    /// <summary>The event stands for an error.</summary>
    Error = 1,

    /// <summary>A name that this protocol does not have, such as <c>ping</c>.</summary>
    Other = 2,
}
