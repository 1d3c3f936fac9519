using JobWise.Llm.Wire;

namespace JobWise.Llm.OpenAICompatible.Tests.Batches;

public sealed class BatchSpoolTests
{
    [Theory]
    [InlineData(10, 1, false)]
    [InlineData(10, 2, true)]
    [InlineData(1_000_000, 7, true)]
    public async Task CopyToAsync_gives_what_was_written_as_often_as_it_is_asked(int size, int times, bool isOnDisk)
    {
        await using var spool = new BatchSpool(mostInMemory: 15);
        var written = new MemoryStream();
        for (var i = 0; i < times; i++)
        {
            var piece = Enumerable.Repeat((byte)i, size).ToArray();
            await spool.WriteAsync(piece, CancellationToken.None);
            written.Write(piece);
        }

        var copies = new[] { new MemoryStream(), new MemoryStream() };
        await spool.CopyToAsync(copies[0], CancellationToken.None);
        await spool.CopyToAsync(copies[1], CancellationToken.None);

        Assert.Equal((isOnDisk, written.Length), (spool.IsOnDisk, spool.Length));
        Assert.All(copies, copy => Assert.Equal(written.ToArray(), copy.ToArray()));
    }

    [Fact]
    public async Task CopyToAsync_large_batch_is_on_disk_and_goes_out_in_small_pieces()
    {
        await using var spool = new BatchSpool();
        await spool.WriteAsync(new byte[5 * 1024 * 1024], CancellationToken.None);
        var largest = 0;
        var target = new ObservedStream(count => largest = Math.Max(largest, count));

        await spool.CopyToAsync(target, CancellationToken.None);

        Assert.True(spool.IsOnDisk);
        Assert.InRange(largest, 1, 64 * 1024);
    }

    [Fact]
    public async Task WriteAsync_temporary_file_has_no_name_that_could_outlive_the_process()
    {
        var directory = Directory.CreateTempSubdirectory("spool-tests-");
        try
        {
            await using var spool = new BatchSpool(mostInMemory: 0, directory.FullName);
            await spool.WriteAsync("secret"u8.ToArray(), CancellationToken.None);

            Assert.True(spool.IsOnDisk);
            Assert.Equal(OperatingSystem.IsWindows() ? 1 : 0, directory.GetFiles().Length);
            await spool.DisposeAsync();
            Assert.Empty(directory.GetFiles());
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task WriteAsync_no_room_for_the_file_names_the_place_and_the_cure()
    {
        var missing = Path.Combine(Path.GetTempPath(), $"missing-{Guid.NewGuid():N}");
        await using var spool = new BatchSpool(mostInMemory: 0, missing);

        var error = await Assert.ThrowsAsync<LLMServiceException>(async () => await spool.WriteAsync("secret"u8.ToArray(), CancellationToken.None));

        Assert.Equal(
            $"The batch could not be kept in a temporary file in '{missing}' (DirectoryNotFoundException). Make room there, make it writable, or hand over smaller batches.",
            error.Message);
    }
}
