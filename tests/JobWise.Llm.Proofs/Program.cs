using JobWise.Llm.Proofs.Resumes;
using JobWise.Llm.Proofs.Running;

return await new ProofRunner([new ResumesProof()], Console.Out, Console.Error).RunAsync(args);
