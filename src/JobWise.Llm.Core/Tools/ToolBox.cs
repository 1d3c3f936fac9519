namespace JobWise.Llm;

/// <summary>The tools of one loop, by name.</summary>
internal sealed class ToolBox
{
    private readonly Dictionary<string, LLMToolHandler> _handlers = new(StringComparer.Ordinal);

    public ToolBox(LLMRequest request, IReadOnlyList<LLMToolHandler> handlers)
    {
        foreach (var handler in handlers)
        {
            if (!_handlers.TryAdd(handler.Tool.Name, handler))
            {
                throw new LLMInvalidRequestException($"Two handlers are for the tool '{handler.Tool.Name}'. Give each tool one.");
            }
        }

        if (handlers.Count == 0)
        {
            throw new LLMInvalidRequestException("RunToolsAsync was given no handlers. Give it at least one, or call GenerateAsync.");
        }

        if (request.Tools.FirstOrDefault(tool => !_handlers.ContainsKey(tool.Name)) is { } orphan)
        {
            throw new LLMInvalidRequestException($"The request has the tool '{orphan.Name}', which no handler runs. Add a handler for it, or remove it.");
        }

        Tools = [.. handlers.Select(handler => handler.Tool)];
    }

    public IReadOnlyList<LLMTool> Tools { get; }

    /// <summary>Runs one call. Only the caller's own cancellation escapes.</summary>
    public async Task<ToolOutcome> RunAsync(LLMToolCallPart call, CancellationToken cancellationToken)
    {
        if (!_handlers.TryGetValue(call.Name, out var handler))
        {
            return new($"There is no tool of that name. The tools are: {string.Join(", ", _handlers.Keys)}.", IsFailure: true);
        }

        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await handler.RunAsync(call.Arguments, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) // The tool's own code: what went wrong is for the model to work around and for the caller to see.
        {
            return new($"The tool failed with {exception.GetType().Name}.", IsFailure: true, exception);
        }
    }
}
