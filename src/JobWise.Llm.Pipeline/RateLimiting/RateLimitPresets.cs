using System.Text.Json;

namespace JobWise.Llm.Pipeline;

/// <summary>What is known of the vendors' plans, as of a day; see <c>limits.json</c>, which is read when it is first asked for.</summary>
internal sealed class RateLimitPresets
{
    private const string Resource = "JobWise.Llm.limits.json";

    private readonly Lazy<RateLimitDocument> _data = new(Read);

    public DateOnly DataDate => _data.Value.DataDate;

    public RateLimitVendor Vendor(string provider) => _data.Value.Vendors.GetValueOrDefault(provider) ?? _data.Value.Vendors["*"];

    /// <summary>The names of all plans of all vendors.</summary>
    public IEnumerable<string> PlanNames => _data.Value.Plans.Select(plan => plan.Plan).Distinct(StringComparer.Ordinal);

    /// <summary>All plans of the vendor that say something about the model.</summary>
    public IReadOnlyList<RateLimitPlan> Find(string provider, string model) =>
        [.. _data.Value.Plans.Where(plan => plan.Provider == provider && plan.Models.Contains(model, StringComparer.Ordinal))];

    private static RateLimitDocument Read()
    {
        using var stream = typeof(RateLimitPresets).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks the resource '{Resource}'.");
        return JsonSerializer.Deserialize(stream, RateLimitJsonContext.Default.RateLimitDocument)
            ?? throw new InvalidOperationException($"The resource '{Resource}' is empty.");
    }
}
