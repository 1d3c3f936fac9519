using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace JobWise.Llm.Reload;

/// <summary>
/// Lets a reloaded configuration reach the options only if they are valid. The monitor would throw where nobody can catch it, in a file watcher's
/// thread, which ends the process; here a bad reload is logged and the last good options stay.
/// </summary>
/// <typeparam name="TOptions">The options concerned.</typeparam>
internal sealed class ReloadGuard<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions> : IOptionsChangeTokenSource<TOptions>, IDisposable
    where TOptions : class
{
    private readonly IServiceProvider _services;
    private readonly ILogger? _logger;
    private readonly IDisposable _subscription;
    private CancellationTokenSource _source = new();

    /// <param name="name">The name of the options.</param>
    /// <param name="getToken">The token of the configuration; null where there is none.</param>
    /// <param name="services">Has the factory that makes and checks the options.</param>
    /// <param name="category">Of the log.</param>
    public ReloadGuard(string name, Func<IChangeToken?> getToken, IServiceProvider services, string category)
    {
        (Name, _services) = (name, services);
        _logger = services.GetService<ILoggerFactory>()?.CreateLogger(category);
        _subscription = ChangeToken.OnChange(getToken, TryReload);
    }

    public string Name { get; }

    public IChangeToken GetChangeToken() => new CancellationChangeToken(Volatile.Read(ref _source).Token);

    public void Dispose()
    {
        _subscription.Dispose();
        _source.Dispose();
    }

    private void TryReload()
    {
        try
        {
            _ = _services.GetRequiredService<IOptionsFactory<TOptions>>().Create(Name);
        }
        catch (OptionsValidationException error)
        {
            if (_logger is not null)
            {
                ReloadLog.Refused(_logger, typeof(TOptions).Name, Name, string.Join(' ', error.Failures));
            }

            return;
        }
        catch (Exception error) // Code of the application's own that sets options: nobody else could catch what it throws here.
        {
            if (_logger is not null)
            {
                ReloadLog.Refused(_logger, typeof(TOptions).Name, Name, error.GetType().Name);
            }

            return;
        }

        Interlocked.Exchange(ref _source, new CancellationTokenSource()).Cancel();
    }
}
