using System.Globalization;

namespace JobWise.Llm.Wire;

/// <summary>Checks that a value can be read as its type. Types that are not named here are left to the binder.</summary>
internal static class WrittenValue
{
    public static string? FindProblem(string key, string value, Type type)
    {
        var text = value.Trim();
        return (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var time when time == typeof(TimeSpan) => IsTime(text) ? null
                : $"{key} is '{text}', but must be a time, written hh:mm:ss, such as 00:00:05. A bare number is refused, since .NET would take it for days.",
            var whole when whole == typeof(int) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) ? null
                : $"{key} is '{text}', but must be a whole number, such as 1048576.",
            var flag when flag == typeof(bool) => bool.TryParse(text, out _) ? null
                : $"{key} is '{text}', but must be true or false.",
            var address when address == typeof(Uri) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _) ? null
                : $"{key} {Shown(text)}cannot be read as an address. Write it in full, such as https://api.example.com/v1.",
            _ => null,
        };
    }

    private static bool IsTime(string text) =>
        text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _);

    // What stands before an at sign or after a question mark may be a secret.
    private static string Shown(string address) => address.AsSpan().ContainsAny('@', '?') ? string.Empty : $"is '{address}', which ";
}
