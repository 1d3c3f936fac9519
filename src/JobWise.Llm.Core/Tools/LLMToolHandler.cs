using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JobWise.Llm;

/// <summary>A tool together with the code that runs it, for <see cref="LLMToolExtensions.RunToolsAsync"/>.</summary>
public sealed class LLMToolHandler
{
    private readonly Func<string, CancellationToken, Task<ToolOutcome>> _run;

    private LLMToolHandler(LLMTool tool, Func<string, CancellationToken, Task<ToolOutcome>> run)
    {
        Tool = tool;
        _run = run;
    }

    /// <summary>What the model is told about the tool.</summary>
    public LLMTool Tool { get; }

    /// <summary>A tool whose code reads the arguments itself.</summary>
    /// <param name="tool">Name, description and the schema of the arguments.</param>
    /// <param name="run">Gets the arguments as a JSON object and gives the result, JSON or plain text. The arguments come from the model: check them.</param>
    public static LLMToolHandler Create(LLMTool tool, Func<JsonElement, CancellationToken, Task<string>> run)
    {
        ArgumentNullException.ThrowIfNull(tool);
        ArgumentNullException.ThrowIfNull(run);
        return new(tool, (arguments, cancellationToken) => ToolArguments.RunAsync(arguments, run, cancellationToken));
    }

    /// <summary>A tool whose arguments are of a type: their schema is made from it, and its DataAnnotations are checked before the code runs.</summary>
    /// <typeparam name="TArguments">An object with a member for each argument.</typeparam>
    /// <param name="name">Letters, digits, underscores and dashes, at most 64.</param>
    /// <param name="description">What the tool is good for, in words for the model.</param>
    /// <param name="argumentsType">From a source-generated context, so that trimming and native compilation work.</param>
    /// <param name="run">Gives the result, JSON or plain text.</param>
    public static LLMToolHandler Create<TArguments>(
        string name,
        string description,
        JsonTypeInfo<TArguments> argumentsType,
        Func<TArguments, CancellationToken, Task<string>> run)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(argumentsType);
        ArgumentNullException.ThrowIfNull(run);
        var schema = JsonAnswerSchema.Of(argumentsType);
        var tool = new LLMTool { Name = name, Description = description, Parameters = schema.Schema };
        return new(tool, (arguments, cancellationToken) => ToolArguments.RunAsync(arguments, schema, run, cancellationToken));
    }

    internal Task<ToolOutcome> RunAsync(string arguments, CancellationToken cancellationToken) => _run(arguments, cancellationToken);
}
