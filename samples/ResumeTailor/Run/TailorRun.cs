using JobWise.Llm.Resume;
using JobWise.Llm.Samples.CommandLine;
using JobWise.Llm.Samples.Input;
using JobWise.Llm.Samples.Output;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Samples.Run;

/// <summary>One run from the options to the written files. Whatever can be wrong is found before the provider is asked.</summary>
internal sealed class TailorRun(TailorHost host)
{
    public async Task RunAsync(TailorArguments arguments, CancellationToken cancellationToken)
    {
        var choice = new ProviderPicker(arguments, host.Configuration).Pick();
        var input = await TailorInput.ReadAsync(arguments, host, cancellationToken);
        var folder = OutputFolder.Check(host.Resolve(arguments.Out));
        await using var services = TailorServices.Build(choice, arguments, host);
        services.GetRequiredService<IStartupValidator>().Validate();

        var report = new RunReport(host.Console);
        report.PrintStart(input, choice);
        var resume = await TailorAsync(services.GetRequiredService<ResumeTailor>(), input, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        folder.Write(ResultFiles.Render(resume));
        report.PrintResult(resume, folder.Path);
    }

    private async Task<TailoredResume> TailorAsync(ResumeTailor tailor, TailorInput input, CancellationToken cancellationToken)
    {
        var request = new TailorRequest { Profile = input.Profile, Job = input.Posting };
        return await StageProgress.ShowAsync(host.Console, progress => tailor.TailorAsync(request, progress, cancellationToken));
    }
}
