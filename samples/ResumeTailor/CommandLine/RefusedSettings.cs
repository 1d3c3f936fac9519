using Microsoft.Extensions.Options;

namespace JobWise.Llm.Samples.CommandLine;

/// <summary>Tells what was typed from what is configured when the check of all settings fails.</summary>
internal static class RefusedSettings
{
    /// <summary>The failure in the words of the command line; null where it is not about a setting.</summary>
    public static TailorException? Explain(Exception error, string provider, Uri? address)
    {
        switch (error)
        {
            case OptionsValidationException options:
                var key = SettingName.Key(provider, "BaseUrl");
                return address is not null && options.Failures.FirstOrDefault(failure => failure.StartsWith(key, StringComparison.Ordinal)) is { } typed
                    ? new($"--base-url{typed[key.Length..]}", ExitCode.BadInput, error)
                    : new(WrongSetting.Explain(options.Failures), ExitCode.BadConfiguration, error);
            case InvalidOperationException when WrongSetting.ExplainBinding(error) is { } line:
                return new(line, ExitCode.BadConfiguration, error);
            default:
                return null;
        }
    }
}
