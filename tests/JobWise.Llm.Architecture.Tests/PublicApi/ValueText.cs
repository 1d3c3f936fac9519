using System.Globalization;

namespace JobWise.Llm.Architecture.Tests.PublicApi;

/// <summary>Default values and constants as C# writes them.</summary>
internal static class ValueText
{
    public static string Of(object? value, Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => bare.IsValueType && bare == type ? "default" : "null",
            string text => $"\"{text}\"",
            char letter => $"'{letter}'",
            bool truth => truth ? "true" : "false",
            _ when bare.IsEnum => $"{bare.Name}.{Enum.ToObject(bare, value)}",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
    }
}
