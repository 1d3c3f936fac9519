using System.Reflection;

namespace JobWise.Llm.Conformance;

/// <summary>Builds the provider under test in front of a vendor that behaves as told, and sees what reaches that vendor.</summary>
public abstract class ProviderHarness : IAsyncDisposable
{
    /// <summary>The package that the provider comes from.</summary>
    public abstract Assembly Package { get; }

    /// <summary>What <see cref="LLMServiceMetadata.ProviderName"/> must say.</summary>
    public abstract string ProviderName { get; }

    /// <summary>The key that nothing may print; null where there is none.</summary>
    public virtual string? Key => null;

    /// <summary>How many completions were asked for.</summary>
    public abstract int Sent { get; }

    /// <summary>Whether every completion has ended and let go of its connection.</summary>
    public abstract bool IsIdle { get; }

    /// <summary>Completes once the first completion was asked for.</summary>
    public abstract Task Arrival { get; }

    /// <summary>The provider under test; called once.</summary>
    /// <param name="behaviour">What the vendor does.</param>
    public abstract ILLMService Create(ProviderBehaviour behaviour);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
