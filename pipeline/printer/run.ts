import { execFile } from 'node:child_process';

/** How a command ended. */
export interface Ended {
  /** Its exit code; undefined where it was never started: there is no such command. */
  code: number | undefined;
  stdout: string;
  stderr: string;
}

/** How long a command of the system may take, in milliseconds. */
const PATIENCE = 30_000;

/** Runs a command of the system without a shell, in the language that its answers are read in. Never rejects. */
export function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const options = { env: { ...process.env, LC_ALL: 'C', ...env }, timeout: PATIENCE, windowsHide: true };
  return new Promise((resolve) => {
    execFile(command, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      resolve({ code: error && typeof code === 'string' ? undefined : Number(code ?? 1), stdout, stderr });
    });
  });
}
