using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace JobWise.Llm.IntegrationTests.Peer;

/// <summary>The peer server as a child process on a port of 127.0.0.1 that the system chooses.</summary>
/// <remarks>
/// It holds the other end of the child's standard input, and the child ends when that closes. So a run that is killed, and cannot
/// dispose of anything, leaves no server behind.
/// </remarks>
public sealed partial class PeerServer : IAsyncLifetime
{
    /// <summary>The only key that the server accepts.</summary>
    public const string Key = "sk-the-key-that-nothing-prints";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _log = new();
    private Process? _process;

    /// <summary>The root of the server.</summary>
    public Uri Address => _listening.Task is { IsCompletedSuccessfully: true } task ? task.Result : throw new InvalidOperationException("The peer server does not run.");

    /// <summary>For the server's own controls, with the key.</summary>
    public HttpClient Control { get; } = new(new SocketsHttpHandler { UseProxy = false })
    {
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Key) },
    };

    internal Process Process => _process ?? throw new InvalidOperationException("The peer server does not run.");

    /// <summary>Returns once the port answers. Where the server is missing the tests are skipped, so there is nothing to start, unless the run demands it.</summary>
    public async Task InitializeAsync()
    {
        if (PeerInstallation.Here.Missing is { } missing)
        {
            if (PeerInstallation.IsRequired)
                throw new InvalidOperationException($"{PeerInstallation.RequiredVariable} is 1, so these tests may not be skipped. {missing}");
            return;
        }

        _process = Start();
        Control.BaseAddress = await WaitAsync();
        using var answer = await Control.GetAsync(new Uri("health", UriKind.Relative)).WaitAsync(Patience);
        answer.EnsureSuccessStatusCode();
    }

    public async Task DisposeAsync()
    {
        Control.Dispose();
        if (Interlocked.Exchange(ref _process, null) is { } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private Process Start()
    {
        string[] arguments = ["peer.mjs", "-h", "127.0.0.1", "-p", "0", "-f", "fixtures", "--strict", "--validate-on-load", "--journal-max", "0"];
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("node", arguments)
            {
                WorkingDirectory = PeerInstallation.Folder,
                Environment = { ["AIMOCK_API_KEYS"] = Key },
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            },
            EnableRaisingEvents = true,
        };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException("The peer server ended before it listened."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task<Uri> WaitAsync()
    {
        try
        {
            return await _listening.Task.WaitAsync(Patience);
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException)
        {
            throw new InvalidOperationException($"The peer server did not start. It wrote:\n{string.Join('\n', _log)}", failure);
        }
    }

    private void Read(string? line)
    {
        _log.Enqueue(line ?? "");
        if (Listening().Match(line ?? "") is { Success: true } match)
            _listening.TrySetResult(new Uri(match.Groups["address"].Value));
    }

    [GeneratedRegex(@"listening on (?<address>http://127\.0\.0\.1:\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Listening();
}
