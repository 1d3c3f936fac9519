using JobWise.Llm.Samples.Run;

namespace JobWise.Llm.Samples.CommandLine;

/// <summary>Says what a failed call means to someone who has options and environment variables, and no code to change.</summary>
/// <param name="provider">One of <see cref="ProviderName"/>.</param>
/// <param name="address">What was given with --base-url.</param>
internal sealed class FailedCall(string provider, Uri? address)
{
    private const string OtherModel = "Choose another with --model.";

    /// <summary>The same failure in the words of the command line; null where the library's own words are already that.</summary>
    public TailorException? Explain(Exception error) => error switch
    {
        LLMTruncatedResponseException cut => Failed(
            $"The answer of {Model(cut)} was cut off before its JSON was complete. Try another model with --model, or a shorter profile.", cut),
        LLMInvalidResponseException { InnerException: not null and not LLMServiceException } strange => Failed(
            $"{Server()} did not answer in OpenAI's protocol. Check {AddressSource()}: it usually ends with /v1.", strange),
        LLMInvalidResponseException or LLMValidationException => Failed(Unusable((LLMServiceException)error), error),
        LLMModelNotFoundException missing => Failed(Missing(missing), missing),
        LLMAuthenticationException { StatusCode: { } status } refused => new(Refused(status), ExitCode.BadConfiguration, refused),
        LLMConnectionException or LLMTimeoutException { Phase: LLMTimeoutPhase.Connect } => Failed(Unreachable((LLMServiceException)error), error),
        _ => null,
    };

    private static TailorException Failed(string message, Exception cause) => new(message, ExitCode.ProviderFailed, cause);

    private static string Model(LLMServiceException error) => error.Model is { } model ? $"the model '{model}'" : "the model";

    private static string Unusable(LLMServiceException error)
    {
        // Another failure behind it means that there was no second answer.
        var again = error.InnerException is null or LLMInvalidResponseException ? ", even after being asked again" : string.Empty;
        return $"T{Model(error)[1..]} did not answer with usable JSON{again}. Try a larger model with --model.";
    }

    private string Missing(LLMModelNotFoundException error)
    {
        var what = error.IsRetired ? "has retired" : "does not have";
        var instead = error.Replacement is { } next ? $"Its replacement is '{next}'. " : string.Empty;
        return $"{Server()} {what} {Model(error)}. {instead}{OtherModel}";
    }

    private string Refused(int status)
    {
        var setting = SettingName.Of(provider, "ApiKey");
        return ProviderName.KeyVariable(provider) is { } variable
            ? $"{Server()} did not accept the key (HTTP {status}). Check {variable} or {setting}."
            : $"{Server()} asks for a key, or does not accept the one it got (HTTP {status}). Set {setting}.";
    }

    private string Unreachable(LLMServiceException error)
    {
        if (error.Details.ShouldRetry is false)
            return $"{Server()} has a certificate or a TLS version that this machine does not trust. Check the address and the certificates.";
        var what = error is LLMTimeoutException ? "did not take the connection in time" : "could not be reached or closed the connection";
        return address is null ? $"{Server()} {what}. Check the network." : $"{Server()} {what}. Check that the server runs, and the address.";
    }

    private string Server() => address is null ? $"The provider '{provider}'" : $"The server at {BaseUrl.Show(address)}";

    private string AddressSource() => address is null ? SettingName.Of(provider, "BaseUrl") : "--base-url";
}
