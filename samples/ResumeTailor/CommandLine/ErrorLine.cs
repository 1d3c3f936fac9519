using System.Text.RegularExpressions;
using JobWise.Llm.Resume;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Samples.CommandLine;

/// <summary>One line and an exit code for whatever went wrong.</summary>
internal sealed partial record ErrorLine(string Text, int ExitCode)
{
    public static ErrorLine Explain(Exception error, CancellationToken cancellationToken) => error switch
    {
        OperationCanceledException when cancellationToken.IsCancellationRequested => new("Stopped; nothing was written.", CommandLine.ExitCode.Stopped),
        TailorException known => new(OneLine(known.Message), known.ExitCode),
        ResumeInputException input => new(OneLine(input.Message), CommandLine.ExitCode.BadInput),
        OptionsValidationException options => new(OneLine(WrongSetting.Explain(options.Failures)), CommandLine.ExitCode.BadConfiguration),
        LLMAuthenticationException or LLMPermissionException or LLMProviderNotRegisteredException =>
            new(OneLine(error.Message), CommandLine.ExitCode.BadConfiguration),
        LLMServiceException => new(OneLine(error.Message), CommandLine.ExitCode.ProviderFailed),
        _ => new(OneLine($"The program failed in a way it does not know ({error.GetType().Name}: {error.Message}). Please report this line."), CommandLine.ExitCode.Fault),
    };

    private static string OneLine(string message) => LineBreaks().Replace(message.Trim(), " ");

    [GeneratedRegex(@"[\p{Cc}\u2028\u2029\s]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineBreaks();
}
