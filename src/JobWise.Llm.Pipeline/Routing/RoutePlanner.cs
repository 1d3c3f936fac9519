using System.Globalization;

namespace JobWise.Llm.Pipeline;

/// <summary>Lists the lanes that may serve a call, the preferred one first, each with its model.</summary>
internal sealed class RoutePlanner(ProviderDirectory providers, LaneDirectory lanes, RouteSorter sorter)
{
    /// <summary>Pinned: that lane alone. Else the call's own lanes. Else the workflow's provider, the weighted arm or the configured provider, and the fallbacks.</summary>
    public IReadOnlyList<LLMLane> Plan(LLMRequest request, LLMWorkflowSettings? workflow, PipelineSettings settings)
    {
        if (request.Call.PinnedLane is { } pinned)
        {
            return lanes.Get(Complete(Pinned(pinned, request.Model), request, workflow, vendor: null)).Alone;
        }

        var own = request.Call.Lanes;
        var first = own.Count > 0 ? new LaneName(own[0].Instance, own[0].Model) : First(request, workflow, settings);
        var firstLane = Complete(first, request, workflow, vendor: null);
        if (own.Count == 1 || (own.Count == 0 && settings.Fallbacks.Count == 0))
        {
            return IsDrawn(request, workflow, settings) ? lanes.Get(firstLane).Drawn : lanes.Get(firstLane).Alone;
        }

        var others = own.Count > 0 ? own.Skip(1).Select(lane => new LaneName(lane.Instance, lane.Model)) : settings.Fallbacks;
        var plan = Plan(firstLane, others, request, workflow);
        // What the caller lists, and the lane that a user was drawn for, come first whatever they cost.
        return own.Count > 0 || settings.Options.Routing.Weights.Count > 0
            ? new LanePlan([.. plan.Select(lane => lane.Name)], IsDrawn(request, workflow, settings) ? LLMRouteBasis.Weight : LLMRouteBasis.Listed)
            : sorter.Sort(plan, request, workflow, settings);
    }

    private static bool IsDrawn(LLMRequest request, LLMWorkflowSettings? workflow, PipelineSettings settings) =>
        settings.Options.Routing.Weights.Count > 0 && request.Call.Lanes.Count == 0 && workflow?.Provider is null;

    private List<Lane> Plan(LaneKey first, IEnumerable<LaneName> others, LLMRequest request, LLMWorkflowSettings? workflow)
    {
        var vendor = VendorOf(first.Instance);
        List<LaneKey> keys = [first];
        keys.AddRange(others.Select(name => Complete(name, request, workflow, vendor)));
        return [.. keys.Distinct().Select(lanes.Get)];
    }

    private static LaneName Pinned(string lane, string? model)
    {
        var name = LaneName.Parse(lane, "LLMCallOptions.PinnedLane");
        return name.Model is null || model is null || name.Model == model ? name : throw new LLMInvalidRequestException(
            $"LLMRequest.Model is '{model}' and LLMCallOptions.PinnedLane asks for '{name.Model}'. Set the model in one of them only.");
    }

    private static LaneName First(LLMRequest request, LLMWorkflowSettings? workflow, PipelineSettings settings)
    {
        if (workflow?.Provider is { } provider)
        {
            return new LaneName(provider, null);
        }

        var weights = settings.Options.Routing.Weights;
        return weights.Count == 0
            ? new LaneName(settings.DefaultInstance, null)
            : LaneName.Parse(RouteArm.Choose(weights, StickyTo(request)), PipelineSection.Path + ":Routing:Weights");
    }

    private static string StickyTo(LLMRequest request) =>
        request.UserId ?? request.Call.Scope?.CallId.ToString("N", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A lane's own model, else the caller's where the vendor is that of the first lane (another would not know it), else the workflow's, else the instance's.</summary>
    private LaneKey Complete(LaneName name, LLMRequest request, LLMWorkflowSettings? workflow, string? vendor)
    {
        var instance = providers.FindName(name.Instance) ?? throw new LLMProviderNotRegisteredException(name.Instance, providers.Names);
        var metadata = providers.Get(instance).Metadata;
        var named = vendor is null || vendor == metadata.ProviderName ? request.Model : null;
        return new LaneKey(instance, name.Model ?? named ?? ModelSelection.ModelOf(workflow, metadata.ProviderName) ?? metadata.DefaultModel);
    }

    private string VendorOf(string instance) => providers.Get(instance).Metadata.ProviderName;
}
