using System.Text;

namespace JobWise.Llm;

/// <summary>
/// Folds the updates of one stream into a message and its usage. Providers feed it to build the last update; anyone may feed it to know
/// what a broken stream had brought. Not safe for concurrent use.
/// </summary>
public sealed class LLMStreamAccumulator
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _reasoning = new();
    private readonly SortedDictionary<int, ToolCallAccumulator> _toolCalls = [];

    /// <summary>The text so far; empty at the start.</summary>
    public string Text => _text.ToString();

    /// <summary>The last token count; null before the first.</summary>
    public LLMUsage? Usage { get; private set; }

    /// <summary>The provider's limits; null when it gave none.</summary>
    public LLMRateLimitSnapshot? RateLimits { get; private set; }

    /// <summary>The complete response, once the last update was added.</summary>
    public LLMResponse? Response { get; private set; }

    /// <summary>Adds the next update.</summary>
    /// <param name="update">In the order of the stream.</param>
    public void Add(LLMStreamUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        _text.Append(update.Text);
        _reasoning.Append(update.Reasoning);
        Usage = update.Usage ?? Usage;
        RateLimits = update.RateLimits ?? RateLimits;
        Response = update.Response ?? Response;
        if (update.ToolCall is { } delta)
        {
            AddToolCall(delta);
        }
    }

    /// <summary>
    /// The assistant's turn as far as it has come: reasoning, then text, then tool calls by their index. Once the last update was added, the
    /// turn as that holds it, with the order and the signatures that pieces do not tell.
    /// </summary>
    public LLMMessage ToMessage()
    {
        if (Response is { } whole)
        {
            return whole.Message;
        }

        List<LLMContentPart> parts = [];
        if (_reasoning.Length > 0)
        {
            parts.Add(new LLMReasoningPart { Text = _reasoning.ToString() });
        }

        if (_text.Length > 0)
        {
            parts.Add(new LLMTextPart { Text = _text.ToString() });
        }

        parts.AddRange(_toolCalls.Values.Select(call => call.ToPart()));
        return new LLMMessage { Role = LLMRole.Assistant, Parts = parts };
    }

    private void AddToolCall(LLMToolCallDelta delta)
    {
        if (!_toolCalls.TryGetValue(delta.Index, out var call))
        {
            _toolCalls[delta.Index] = call = new ToolCallAccumulator();
        }

        call.Add(delta);
    }
}
