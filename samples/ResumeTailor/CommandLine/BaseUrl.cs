using Microsoft.Extensions.Configuration;

namespace JobWise.Llm.Samples.CommandLine;

/// <summary>Reads the address given with --base-url and refuses what must not get a key or a resume, in the words of the command line.</summary>
internal static class BaseUrl
{
    /// <summary>The address; null where none was typed.</summary>
    /// <exception cref="TailorException">It cannot be used; nothing has been sent yet.</exception>
    public static Uri? Read(string? typed, string provider, IConfiguration configuration)
    {
        if (typed is null)
            return null;
        if (!Uri.TryCreate(typed, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
            throw new TailorException($"--base-url{Quote(typed)} is not an address. Write it in full, such as http://localhost:11434/v1.");
        if (url.UserInfo.Length > 0)
        {
            throw new TailorException(
                $"--base-url holds a user name or a password. Take it out; a key goes into {SettingName.Of(provider, "ApiKey")}.");
        }

        return url.Scheme == Uri.UriSchemeHttps || url.IsLoopback || MayBeInsecure(provider, configuration)
            ? url
            : throw new TailorException(
                $"--base-url must be https, or http to this machine, unless {SettingName.Of(provider, "AllowInsecureHttp")}=true.");
    }

    /// <summary>The address without what may be secret.</summary>
    public static string Show(Uri url) => url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    /// <summary>What stands before an @ may be a password.</summary>
    private static string Quote(string typed) => typed.Contains('@', StringComparison.Ordinal) ? string.Empty : $" '{typed}'";

    /// <summary>True too for a value that is neither true nor false: the check of the settings names it.</summary>
    private static bool MayBeInsecure(string provider, IConfiguration configuration) =>
        configuration[SettingName.Key(provider, "AllowInsecureHttp")] is { Length: > 0 } value && (!bool.TryParse(value, out var allowed) || allowed);
}
