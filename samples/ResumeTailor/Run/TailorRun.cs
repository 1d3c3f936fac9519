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
        var address = BaseUrl.Read(arguments.BaseUrl, choice.Name, host.Configuration);
        var input = await TailorInput.ReadAsync(arguments, host, cancellationToken);
        var folder = OutputFolder.Check(host.Resolve(arguments.Out), ResultFiles.Names);
        await using var services = BuildServices(choice, address, arguments.Model);
        await WarnAsync(RetiredModels.Explain(services, choice.Name));

        var report = new RunReport(host.Console);
        report.PrintStart(input, choice);
        var resume = await TailorAsync(services.GetRequiredService<ResumeTailor>(), input, new FailedCall(choice.Name, address), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        folder.Write(ResultFiles.Render(resume));
        report.PrintResult(resume, folder.Path);
    }

    /// <summary>The services with their settings checked.</summary>
    private ServiceProvider BuildServices(ProviderChoice choice, Uri? address, string? model)
    {
        var services = TailorServices.Build(choice, address, model, host);
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return services;
        }
        catch (Exception error)
        {
            services.Dispose();
            throw RefusedSettings.Explain(error, choice.Name, address) ?? error;
        }
    }

    private async Task WarnAsync(IEnumerable<string> notices)
    {
        foreach (var notice in notices)
            await host.Error.WriteLineAsync($"warning: {notice}");
    }

    private async Task<TailoredResume> TailorAsync(ResumeTailor tailor, TailorInput input, FailedCall failure, CancellationToken cancellationToken)
    {
        var request = new TailorRequest { Profile = input.Profile, Job = input.Posting };
        try
        {
            return await StageProgress.ShowAsync(host.Console, progress => tailor.TailorAsync(request, progress, cancellationToken));
        }
        catch (LLMServiceException error)
        {
            throw failure.Explain(error) ?? (Exception)error;
        }
    }
}
