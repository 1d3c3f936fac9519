using System.Text;
using JobWise.Llm.OpenAICompatible.Tests.Streaming;
using JobWise.Llm.Wire;

namespace JobWise.Llm.OpenAICompatible.Tests.Batches;

public sealed class JsonLineReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\n \n\r\n\t\r\n", "")]
    [InlineData("a", "a")]
    [InlineData("a\nb", "a|b")]
    [InlineData("a\r\n\r\nb\n", "a\r|b")]
    [InlineData("0123456789", "0123456789")]
    [InlineData("0123456789x\nb", "0123456789!|b")]
    [InlineData("b\n0123456789xyzxyzxyzxyzxyzxyz", "b|0123456789!")]
    public async Task ReadAsync_gives_every_line_however_the_bytes_come(string text, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var piece = 1; piece <= bytes.Length + 1; piece++)
        {
            using var reader = new JsonLineReader(new PiecewiseStream(bytes, piece, all: true), maxLine: 10);

            Assert.Equal(expected, string.Join('|', await ReadAllAsync(reader)));
        }
    }

    [Fact]
    public async Task ReadAsync_lines_larger_than_any_buffer_come_whole_and_in_order()
    {
        var random = new Random(7);
        var lines = Enumerable.Range(0, 40).Select(number => new string((char)('a' + (number % 26)), random.Next(1, 90_000))).ToList();
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        using var reader = new JsonLineReader(new PiecewiseStream(bytes, 7919, all: true), maxLine: 100_000);

        Assert.Equal(lines, await ReadAllAsync(reader));
    }

    [Fact]
    public async Task ReadAsync_line_without_end_is_passed_over_without_being_held()
    {
        var stream = new EndlessLine(length: 50_000_000);
        using var reader = new JsonLineReader(stream, maxLine: 10_000);

        Assert.True(await reader.ReadAsync(CancellationToken.None));

        Assert.Equal((true, 10_000), (reader.IsTooLong, reader.Line.Length));
        Assert.InRange(stream.LargestRead, 1, 64 * 1024);
    }

    [Theory]
    [InlineData("a\n", false)]
    [InlineData("a", true)]
    public async Task IsUnterminated_tells_a_last_line_without_an_end(string text, bool expected)
    {
        using var reader = new JsonLineReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), maxLine: 10);

        await reader.ReadAsync(CancellationToken.None);

        Assert.Equal(expected, reader.IsUnterminated);
    }

    private static async Task<List<string>> ReadAllAsync(JsonLineReader reader)
    {
        List<string> lines = [];
        while (await reader.ReadAsync(CancellationToken.None))
        {
            lines.Add(Encoding.UTF8.GetString(reader.Line) + (reader.IsTooLong ? "!" : string.Empty));
        }

        return lines;
    }
}
