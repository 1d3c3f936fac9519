using System.Text.RegularExpressions;

namespace JobWise.Llm.Samples.CommandLine;

/// <summary>Says what is wrong with a setting to someone who sets it as an environment variable.</summary>
internal static partial class WrongSetting
{
    /// <summary>The same failures in the words of the shell; what does not speak of types or properties stays as it is.</summary>
    public static string Explain(IEnumerable<string> failures) => string.Join(' ', failures.Select(Explain));

    /// <summary>One failure; null where it is not about a setting.</summary>
    public static string? ExplainBinding(Exception error) => Unconvertible().IsMatch(error.Message) ? Explain(error.Message) : null;

    private static string Explain(string failure)
    {
        if (Unconvertible().Match(failure) is { Success: true } wrong)
            return $"{SettingName.AsVariable(wrong.Groups["key"].Value)} is '{wrong.Groups["value"].Value}', which is not {Kind(wrong.Groups["type"].Value)}.";
        return Insecure().Replace(
            failure, match => $"{match.Groups["start"].Value}{SettingName.AsVariable(match.Groups["section"].Value)}__AllowInsecureHttp=true.");
    }

    private static string Kind(string type) => type switch
    {
        "System.Boolean" => "true or false",
        "System.Int32" or "System.Int64" => "a whole number",
        "System.Double" or "System.Decimal" => "a number",
        "System.TimeSpan" => "a time such as 00:01:30",
        "System.Uri" => "an address",
        _ => "a value it can have",
    };

    /// <summary>The words of the framework's configuration binder.</summary>
    [GeneratedRegex(
        "^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']+)' to type '(?<type>[^']+)'",
        RegexOptions.CultureInvariant | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unconvertible();

    [GeneratedRegex(
        "^(?<start>(?<section>JobWise:Llm:Providers:[^:]+):BaseUrl .*set )AllowInsecureHttp to true\\.$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Insecure();
}
