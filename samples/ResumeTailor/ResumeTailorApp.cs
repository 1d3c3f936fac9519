using System.CommandLine;
using System.CommandLine.Invocation;
using JobWise.Llm.Samples.CommandLine;
using JobWise.Llm.Samples.Run;

namespace JobWise.Llm.Samples;

/// <summary>The program without the process around it: arguments in, report and files and an exit code out.</summary>
internal sealed class ResumeTailorApp(TailorHost host)
{
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken = default)
    {
        var parsed = new TailorCommand().Build(RunAsync).Parse(arguments);
        if (parsed.Action is ParseErrorAction)
            return await FailAsync(new ErrorLine($"{parsed.Errors[0].Message} Use --help to see all options.", ExitCode.BadInput));
        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = host.Console.Profile.Out.Writer,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            },
            cancellationToken);
    }

    private async Task<int> RunAsync(TailorArguments arguments, CancellationToken cancellationToken)
    {
        try
        {
            await new TailorRun(host).RunAsync(arguments, cancellationToken);
            return ExitCode.Done;
        }
        catch (Exception error)
        {
            // The edge of the program: whatever it is, the user gets one line and no stack trace.
            return await FailAsync(ErrorLine.Explain(error, cancellationToken));
        }
    }

    private async Task<int> FailAsync(ErrorLine error)
    {
        await host.Error.WriteLineAsync($"error: {error.Text}");
        return error.ExitCode;
    }
}
