namespace JobWise.Llm.Pipeline;

/// <summary>
/// What the prompts of one model cost: a fixed part and a rate for each byte, fitted to the usage that came back, the newer the heavier. Until
/// enough is known, four bytes to a token and four tokens for each message. Safe for concurrent use.
/// </summary>
internal sealed class PromptEstimate
{
    private const double FirstRate = 0.25;
    private const int TokensPerMessage = 4;
    private const double Forget = 0.98;
    private const int Enough = 8;
    private const int Thousand = 1000;

    private readonly Lock _lock = new();
    private readonly RecentQuantile _misses = new(0.95);
    private double _weight;
    private double _x;
    private double _y;
    private double _xx;
    private double _xy;
    private double _fixed = -1;
    private double _rate = FirstRate;

    public int Of(in PromptSize size)
    {
        lock (_lock)
        {
            var margin = _misses.Count < Enough ? 1 : Math.Clamp(_misses.Value / (double)Thousand, 1, 1.5);
            return (int)Math.Ceiling(Plain(size) * margin);
        }
    }

    /// <summary>Without the margin for prompts that turn out larger.</summary>
    public int Expect(in PromptSize size)
    {
        lock (_lock)
        {
            return (int)Math.Ceiling(Plain(size));
        }
    }

    public void Learn(in PromptSize size, int tokens)
    {
        lock (_lock)
        {
            var estimate = Plain(size);
            var text = Math.Max(0, tokens - (size.Images * PromptSize.TokensPerImage));
            _weight = (_weight * Forget) + 1;
            _x = (_x * Forget) + size.Bytes;
            _y = (_y * Forget) + text;
            _xx = (_xx * Forget) + ((double)size.Bytes * size.Bytes);
            _xy = (_xy * Forget) + ((double)size.Bytes * text);
            _misses.Add((int)Math.Min(10 * Thousand, Thousand * tokens / Math.Max(1, estimate)));
            Fit();
        }
    }

    private double Plain(in PromptSize size) =>
        (_fixed < 0 ? size.Messages * TokensPerMessage : _fixed) + (size.Bytes * _rate) + (size.Images * (double)PromptSize.TokensPerImage);

    // Prompts of one size only cannot tell the fixed part from the rate; then the rate stays and the fixed part takes the difference, or the
    // rate alone is scaled where that would come out below zero.
    private void Fit()
    {
        var (meanX, meanY) = (_x / _weight, _y / _weight);
        var variance = (_xx / _weight) - (meanX * meanX);
        if (variance > meanX * meanX * 0.01)
        {
            _rate = Math.Clamp(((_xy / _weight) - (meanX * meanY)) / variance, 0.05, 2);
        }

        _fixed = meanY - (meanX * _rate);
        if (_fixed < 0)
        {
            (_fixed, _rate) = (0, meanX > 0 ? meanY / meanX : FirstRate);
        }
    }
}
