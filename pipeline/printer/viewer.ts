import { run } from './run.ts';

/** The command that opens a file in the program that people use for it; undefined where nobody sits before a screen. */
export function viewerCommand(
  file: string,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): [string, string[]] | undefined {
  if (platform === 'darwin') return ['open', [file]];
  if (platform === 'win32') return ['explorer.exe', [file]];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', [file]] : undefined;
}

/** Opens a file to be looked at, and says whether that worked. */
export async function openFile(file: string): Promise<boolean> {
  const command = viewerCommand(file, process.platform, process.env);
  if (!command) return false;
  const { code } = await run(...command);
  // The Explorer answers 1 whatever it did.
  return code === 0 || (process.platform === 'win32' && code === 1);
}
