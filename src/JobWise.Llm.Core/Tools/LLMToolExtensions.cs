namespace JobWise.Llm;

/// <summary>Runs the tools that a model asks for, until it answers. Written once over <see cref="ILLMService.GenerateAsync"/>.</summary>
public static class LLMToolExtensions
{
    /// <summary>
    /// Asks the model, runs the tools that it calls, and asks again with their results, until it answers or a limit is reached. Nothing runs
    /// tools but this method: a model's wish alone never runs code.
    /// </summary>
    /// <remarks>
    /// Each step is a call of its own, with its own <see cref="LLMCallOptions.Timeout"/> and <see cref="LLMCallOptions.MostSends"/>;
    /// <see cref="LLMCallOptions.Deadline"/> and <see cref="LLMCallOptions.MostTokens"/> bound the loop as a whole. A
    /// <see cref="LLMRequest.ToolChoice"/> that forces a tool holds for the first step only. An unknown tool, wrong arguments and an exception
    /// of the tool's code are told to the model in a few words and kept in <see cref="LLMToolRun.Failures"/>.
    /// </remarks>
    /// <param name="service">A provider or a pipeline.</param>
    /// <param name="request">Its <see cref="LLMRequest.Tools"/> are those of the handlers; leave them empty.</param>
    /// <param name="handlers">At least one; each name once.</param>
    /// <param name="options">Null takes the defaults.</param>
    /// <param name="cancellationToken">Ends the loop; it is also what the tools' code gets.</param>
    /// <exception cref="LLMInvalidRequestException">There are no handlers or two for one tool, the request has a tool that none of them runs, or no step is allowed.</exception>
    /// <exception cref="LLMTruncatedResponseException">A turn was cut while it called tools, so that their arguments cannot be trusted; none was run.</exception>
    public static async Task<LLMToolRun> RunToolsAsync(
        this ILLMService service,
        LLMRequest request,
        IReadOnlyList<LLMToolHandler> handlers,
        LLMToolLoopOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(handlers);
        var loop = new ToolLoop(service, new ToolBox(request, handlers), options ?? new LLMToolLoopOptions());
        return await loop.RunAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
