using System.Text.Json;

namespace JobWise.Llm.Pipeline;

/// <summary>What is known of the vendors' plans, as of a day; see <c>limits.json</c>.</summary>
internal sealed class RateLimitPresets
{
    private const string Resource = "JobWise.Llm.limits.json";

    private readonly RateLimitDocument _data;

    private RateLimitPresets(RateLimitDocument data) => _data = data;

    public DateOnly DataDate => _data.DataDate;

    public static RateLimitPresets Read()
    {
        using var stream = typeof(RateLimitPresets).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks the resource '{Resource}'.");
        var data = JsonSerializer.Deserialize(stream, RateLimitJsonContext.Default.RateLimitDocument)
            ?? throw new InvalidOperationException($"The resource '{Resource}' is empty.");
        return new RateLimitPresets(data);
    }

    public RateLimitVendor Vendor(string provider) => _data.Vendors.GetValueOrDefault(provider) ?? _data.Vendors["*"];

    /// <summary>The names of all plans of all vendors.</summary>
    public IEnumerable<string> PlanNames => _data.Plans.Select(plan => plan.Plan).Distinct(StringComparer.Ordinal);

    /// <summary>All plans of the vendor that say something about the model.</summary>
    public IReadOnlyList<RateLimitPlan> Find(string provider, string model) =>
        [.. _data.Plans.Where(plan => plan.Provider == provider && plan.Models.Contains(model, StringComparer.Ordinal))];
}
