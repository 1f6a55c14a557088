import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Whether a program of the system is installed. */
export async function tool(name: string): Promise<boolean> {
  return promisify(execFile)('which', [name]).then(
    () => true,
    () => false,
  );
}
