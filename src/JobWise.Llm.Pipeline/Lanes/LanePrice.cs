namespace JobWise.Llm.Pipeline;

/// <summary>A lane's price of one day, looked up once a day, and the record of an answer that came at once, which most calls share.</summary>
/// <param name="Day">In UTC.</param>
/// <param name="Price">Null where the price book has none.</param>
/// <param name="AnsweredAtOnce">One candidate, one attempt, no wait.</param>
internal sealed record LanePrice(DateOnly Day, LLMPrice? Price, IReadOnlyList<LLMRouteCandidate> AnsweredAtOnce)
{
    public static LanePrice Of(Lane lane, DateOnly day, LLMPriceBook priceBook)
    {
        var price = lane.Name.Model is { } model ? priceBook.Find(lane.Vendor, model, day) : null;
        return new LanePrice(
            day, price, [new LLMRouteCandidate { Lane = lane.Name, Outcome = LLMRouteOutcome.Answered, Attempts = 1, Price = price }]);
    }
}
