using JobWise.Llm.Proofs.Fuzz;
using JobWise.Llm.Proofs.Resumes;
using JobWise.Llm.Proofs.Running;

return await new ProofRunner([new ResumesProof(), new FuzzProof()], Console.Out, Console.Error).RunAsync(args);
