import type { Order, Sent } from './order.ts';
import { run } from './run.ts';

/** What PowerShell runs: the program that opens PDFs is asked to print. Values come from the environment and are never read as code. */
const SCRIPT = `
$ErrorActionPreference = 'Stop'
1..[int]$env:PREPRESS_COPIES | ForEach-Object {
  if ($env:PREPRESS_PRINTER) { Start-Process -FilePath $env:PREPRESS_FILE -Verb PrintTo -ArgumentList ('"' + $env:PREPRESS_PRINTER + '"') }
  else { Start-Process -FilePath $env:PREPRESS_FILE -Verb Print }
}`;

/** The command that prints a file on Windows, with its environment. */
export function windowsCommand({ file, printer = '', copies }: Order): [string, string[], NodeJS.ProcessEnv] {
  const args = ['-NoProfile', '-NonInteractive', '-Command', SCRIPT];
  return ['powershell.exe', args, { PREPRESS_FILE: file, PREPRESS_PRINTER: printer, PREPRESS_COPIES: String(copies) }];
}

/** Sends a file to a printer of Windows. Its two sides are a setting of the printer that no program may give from outside. */
export async function sendToWindows(order: Order): Promise<Sent> {
  const { code, stderr } = await run(...windowsCommand(order));
  if (code !== 0) return { reason: stderr.trim() || 'no program here prints PDFs' };
  const to = order.printer ?? 'the default printer';
  return order.twoSided ? { to, note: 'Two-sided printing is set in the printer itself on Windows.' } : { to };
}
