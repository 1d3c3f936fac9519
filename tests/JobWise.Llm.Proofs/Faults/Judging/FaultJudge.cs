using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JobWise.Llm.Proofs.Faults.Subjects;

namespace JobWise.Llm.Proofs.Faults.Judging;

/// <summary>The rule by which a case is clean. It knows nothing of how the client works.</summary>
internal static class FaultJudge
{
    /// <summary>Beside the lag that was measured.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(100);

    /// <summary>The timers of the system count whole milliseconds, and the server may see the first send a little later than it left, so that a wait may seem this much shorter than it was.</summary>
    private static readonly TimeSpan TimerStep = TimeSpan.FromMilliseconds(5);

    public static FaultVerdict Judge(FaultExpectation expected, FaultMode mode, IFaultSubject subject, FaultOutcome outcome)
    {
        var raw = outcome.Error is { } error && !outcome.WasCutOff && !subject.IsOwn(error);
        var limit = (expected.Within ?? FaultLimits.Deadline) + Margin;
        var late = outcome.WasCutOff || outcome.Elapsed > limit + outcome.Lag;
        var truncated = outcome.Reading is { } reading && IsTruncated(expected, mode, reading);
        List<string> reasons =
        [
            .. When(raw, () => $"raw {outcome.Error!.GetType().Name}: {FirstLine(outcome.Error.Message)}"),
            .. When(late, () => outcome.WasCutOff ? "did not end by itself" : $"ended after {Milliseconds(outcome.Elapsed)}"),
            .. When(truncated, () => $"an incomplete answer was presented as complete: '{FirstLine(outcome.Reading!.Text)}'"),
            .. When(outcome.ForeignBytes > 0, () => $"{outcome.ForeignBytes} bytes went to another host"),
            .. When(outcome.HasInjectedHeader, () => "a header was injected"),
            .. Sends(expected, outcome),
            .. outcome.Reading is { } given && !truncated ? Text(expected, mode, given, subject.IsOurs) : [],
            .. subject.IsOurs ? Promises(expected, outcome, raw) : [],
        ];
        return new FaultVerdict
        {
            IsRaw = raw,
            IsHang = late,
            IsTruncated = truncated,
            IsDoubtful = outcome.Elapsed > limit && !late,
            ForeignBytes = outcome.ForeignBytes,
            Reasons = reasons,
        };
    }

    // Nothing, or less than all, where all or an error was due. More or other than that is a wrong answer, not a cut one.
    private static bool IsTruncated(FaultExpectation expected, FaultMode mode, FaultReading reading) =>
        expected.Text is null || (mode != FaultMode.Json && reading.Text != expected.Text && expected.Text.StartsWith(reading.Text, StringComparison.Ordinal));

    private static IEnumerable<string> Text(FaultExpectation expected, FaultMode mode, FaultReading reading, bool isOurs)
    {
        if (!IsSame(expected.Text!, reading.Text, mode))
        {
            yield return $"wrong answer '{FirstLine(reading.Text)}'";
        }

        if (isOurs && expected.Finish is { } finish && reading.Finish != finish)
        {
            yield return $"the finish reason is '{reading.Finish}', not '{finish}'";
        }
    }

    private static bool IsSame(string expected, string actual, FaultMode mode)
    {
        if (mode != FaultMode.Json || expected == actual)
        {
            return expected == actual;
        }

        try
        {
            return JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Sends(FaultExpectation expected, FaultOutcome outcome)
    {
        if (outcome.Sends.Count > expected.MostSends)
        {
            yield return $"{outcome.Sends.Count} sends, at most {expected.MostSends} are right";
        }

        for (var i = 1; i < outcome.Sends.Count; i++)
        {
            var gap = outcome.Sends[i] - outcome.Sends[i - 1];
            if (gap < expected.LeastGap - TimerStep)
            {
                yield return $"sent again after {Milliseconds(gap)}";
                yield break;
            }
        }
    }

    private static IEnumerable<string> Promises(FaultExpectation expected, FaultOutcome outcome, bool raw)
    {
        if (outcome.Sends.Count < expected.LeastSends)
        {
            yield return $"{outcome.Sends.Count} sends, at least {expected.LeastSends} are right";
        }

        foreach (var leak in outcome.Leaks.Distinct())
        {
            yield return leak;
        }

        if (outcome.Error is null || raw || outcome.WasCutOff)
        {
            yield break;
        }

        if (!expected.Errors.Any(type => type.IsInstanceOfType(outcome.Error)))
        {
            yield return $"{outcome.Error.GetType().Name}, not {Due(expected)}: {FirstLine(outcome.Error.Message)}";
        }

        if (outcome.Error is not LLMServiceException error)
        {
            yield break;
        }

        if (expected.Partial is { } partial && error.PartialText != partial)
        {
            yield return $"PartialText is '{error.PartialText}', not '{partial}'";
        }

        if (expected.RetryAfter is { } wait && (error.RetryAfter is not { } said || (said - wait).Duration() > TimeSpan.FromSeconds(5)))
        {
            yield return $"RetryAfter is {error.RetryAfter}, not {wait}";
        }
    }

    private static string Due(FaultExpectation expected) => expected.Errors.Count == 0
        ? "the answer"
        : string.Join(" or ", expected.Errors.Select(type => type.Name)) + (expected.Text is null ? "" : " or the answer");

    private static IEnumerable<string> When(bool holds, Func<string> reason) => holds ? [reason()] : [];

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");

    private static string FirstLine(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length > 160 ? line[..160] + "…" : line;
    }
}
