using JobWise.Llm.Samples;
using JobWise.Llm.Samples.CommandLine;

using var interrupt = new Interrupt();
return await new ResumeTailorApp(TailorHost.OfThisProcess()).RunAsync(args, interrupt.Token);
