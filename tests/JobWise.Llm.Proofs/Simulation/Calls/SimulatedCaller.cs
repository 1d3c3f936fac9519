using JobWise.Llm.Proofs.Simulation.Time;

namespace JobWise.Llm.Proofs.Simulation.Calls;

/// <summary>Makes calls and notes how they end. What is not of the library's tree of exceptions goes through and fails the proof.</summary>
internal sealed class SimulatedCaller(ILLMService service, SimulationLog log, SimulatedClock clock)
{
    public async Task<bool> CallAsync(CallPlan plan)
    {
        clock.CheckThread();
        var call = log.Begin(plan, clock.Elapsed);
        Exception? error = null;
        try
        {
            await service.GenerateAsync(SimulationLog.RequestOf(call));
        }
        catch (LLMServiceException exception)
        {
            error = exception;
        }

        clock.CheckThread();
        call.End(clock.Elapsed, error);
        return error is null;
    }
}
