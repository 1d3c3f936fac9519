using JobWise.Llm.Architecture.Tests.PublicApi.Samples;

namespace JobWise.Llm.Architecture.Tests.PublicApi;

public sealed class PublicApiPrinterTests
{
    [Fact]
    public void Print_class_shows_what_a_user_can_reach()
    {
        var text = PublicApiPrinter.Print([typeof(PrintedClass<>)]);

        Assert.Equal(
            """
            namespace JobWise.Llm.Architecture.Tests.PublicApi.Samples

            [EditorBrowsable(EditorBrowsableState.Never)]
            public abstract class PrintedClass<T> : IDisposable where T : class, new()
                public const int Limit = 3
                protected PrintedClass(string name, T? value = null)
                public int? this[string key] { get; }
                public IReadOnlyDictionary<string, string?> Map { get; init; }
                public required string Name { get; set; }
                public event EventHandler Changed
                public void Dispose()
                public Task<T?> FindAsync<TKey>(TKey key, bool deep = true, CancellationToken cancellationToken = default) where TKey : struct
                protected abstract void Run(params string[] steps)
                public virtual bool TryGet(out string? found)

            """,
            text);
    }

    [Fact]
    public void Print_record_shows_no_member_the_compiler_wrote()
    {
        var text = PublicApiPrinter.Print([typeof(PrintedRecord)]);

        Assert.Equal(
            """
            namespace JobWise.Llm.Architecture.Tests.PublicApi.Samples

            public sealed record PrintedRecord
                public PrintedRecord()
                public DayOfWeek Day { get; init; }
                public string? Text { get; init; }

            """,
            text);
    }

    [Fact]
    public void Print_enum_shows_its_values()
    {
        var text = PublicApiPrinter.Print([typeof(PrintedChoice)]);

        Assert.Equal(
            """
            namespace JobWise.Llm.Architecture.Tests.PublicApi.Samples

            public enum PrintedChoice
                First = 1
                Second = 2

            """,
            text);
    }

    [Fact]
    public void Print_static_class_shows_extension_methods_and_nullability()
    {
        var text = PublicApiPrinter.Print([typeof(PrintedExtensions)]);

        Assert.Equal(
            """
            namespace JobWise.Llm.Architecture.Tests.PublicApi.Samples

            public static class PrintedExtensions
                public static List<string?> Pad(this string? text, string name = "x", DayOfWeek day = DayOfWeek.Monday, Action<PrintedRecord>? configure = null)

            """,
            text);
    }
}
