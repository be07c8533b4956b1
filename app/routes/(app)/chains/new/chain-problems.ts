// Why a chain was refused (NX400 chain_invalid {problem, step, names}), in words that say what to change. Used by the builder.
import { m } from '$paraglide/messages';

const problems: Record<string, (step: string) => string> = {
  agent_lacks_skill: (step) => m.chain_problem_agent({ step }),
  unknown_agent: (step) => m.chain_problem_agent({ step }),
  unknown_skill: (step) => m.chain_problem_skill({ step }),
  gate_missing: (step) => m.chain_problem_gate({ step }),
  unknown_reviewer: (step) => m.chain_problem_reviewer({ step }),
  circle: () => m.chain_problem_circle(),
  too_many_steps: () => m.chain_problem_many(),
};

/** @param nameOfStep what people call the step with that key */
export const chainProblem = (detail: Record<string, unknown>, nameOfStep: (key: string) => string): string =>
  problems[String(detail.problem)]?.(nameOfStep(String(detail.step ?? ''))) ?? m.chain_problem_other();
