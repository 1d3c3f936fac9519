using Microsoft.Extensions.Configuration;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Reads settings one by one and notes what is wrong with them, so that every message can name the key, the value and the cure. A wrong
/// value is left out. An empty one counts as not set, as in a shell.
/// </summary>
/// <param name="source">A section, or the root for the flat names.</param>
/// <param name="problems">Gets one sentence for each setting that is wrong.</param>
internal sealed class SettingReader(IConfiguration source, ICollection<string> problems)
{
    private readonly List<string> _known = [];

    public string? Text(string key)
    {
        _known.Add(key);
        var text = source[key]?.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    public void Read<T>(string key, Rule<T> rule, Action<T> apply)
        where T : IFormattable
    {
        if (Text(key) is not { } text)
        {
            return;
        }

        if (rule.TryRead(text, out var value))
        {
            apply(value);
        }
        else
        {
            problems.Add(rule.Explain(PathOf(key), text));
        }
    }

    /// <summary>Reads one of the names of an enumeration, without regard to case.</summary>
    public void ReadName<T>(string key, Action<T> apply)
        where T : struct, Enum
    {
        if (Text(key) is not { } text)
        {
            return;
        }

        if (!char.IsAsciiLetter(text[0]) || !Enum.TryParse<T>(text, ignoreCase: true, out var value))
        {
            problems.Add($"{PathOf(key)} is '{text}', but must be one of {string.Join(", ", Enum.GetNames<T>())}.");
            return;
        }

        apply(value);
    }

    public bool? Flag(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (bool.TryParse(text, out var value))
        {
            return value;
        }

        problems.Add($"{PathOf(key)} is '{text}', but must be true or false.");
        return null;
    }

    /// <summary>Reads one of an enumeration's names, without regard to case.</summary>
    public T? Name<T>(string key)
        where T : struct, Enum
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<T>(text, ignoreCase: true);
        }

        problems.Add($"{PathOf(key)} is '{text}', but must be one of {string.Join(", ", Enum.GetNames<T>())}.");
        return null;
    }

    /// <summary>Notes a key that cannot be read, with the cure.</summary>
    public void Refuse(string key, string because) => problems.Add($"{PathOf(key)} {because}");

    /// <summary>Takes these keys for known, as those that a binder reads.</summary>
    public void Know(IEnumerable<string> keys) => _known.AddRange(keys);

    public SettingReader Section(string key)
    {
        _known.Add(key);
        return new SettingReader(source.GetSection(key), problems);
    }

    public IEnumerable<string> Keys() => source.GetChildren().Select(child => child.Key);

    /// <summary>Notes every key that nothing has asked for.</summary>
    /// <param name="sectionsToo">False where other packages keep sections of their own beside.</param>
    public void RefuseUnknownKeys(bool sectionsToo = true)
    {
        foreach (var child in source.GetChildren().Where(child => sectionsToo || child.Value is not null))
        {
            if (!_known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                problems.Add($"{child.Path} is not a setting; known here: {string.Join(", ", _known)}. Correct the name or remove it.");
            }
        }
    }

    private string PathOf(string key) => source is IConfigurationSection section ? $"{section.Path}:{key}" : key;
}
