using JobWise.Llm.Proofs.DatabaseDown;
using JobWise.Llm.Proofs.Faults;
using JobWise.Llm.Proofs.Faults.Children;
using JobWise.Llm.Proofs.Fuzz;
using JobWise.Llm.Proofs.Guardrails;
using JobWise.Llm.Proofs.Ledger;
using JobWise.Llm.Proofs.Ledger.Children;
using JobWise.Llm.Proofs.LedgerTruth;
using JobWise.Llm.Proofs.Limits;
using JobWise.Llm.Proofs.Outages;
using JobWise.Llm.Proofs.Resumes;
using JobWise.Llm.Proofs.Running;

return args is [FaultChildProgram.Argument, var subject]
    ? await FaultChildProgram.RunAsync(subject)
    : args is [LedgerChildProgram.Argument, var store, var connectionString, var spool, var writer]
    ? await LedgerChildProgram.RunAsync(store, connectionString, spool, writer)
    : await new ProofRunner(
        [new ResumesProof(), new FaultsProof(), new FuzzProof(), new LimitsProof(), new OutageProof(), new FallbackProof(), new GuardrailsProof(), new LedgerProof(), new LedgerTruthProof(), new DatabaseDownProof()],
        Console.Out,
        Console.Error).RunAsync(args);
