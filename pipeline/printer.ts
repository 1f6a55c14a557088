import { sendToCups } from './printer/cups.ts';
import type { Order, Sent } from './printer/order.ts';
import { openFile } from './printer/viewer.ts';
import { sendToWindows } from './printer/windows.ts';

/** What became of a file: on its way to a printer; or, with the reason, shown on the screen or neither. */
export type Delivered = Extract<Sent, { to: string }> | { reason: string; isOpen: boolean };

/**
 * Sends a file to a printer in the system's own way; where that does not work, opens it instead.
 * @throws {UsageProblem} where the printer that was named is none
 */
export async function deliver(order: Order): Promise<Delivered> {
  const sent = await (process.platform === 'win32' ? sendToWindows : sendToCups)(order);
  return 'to' in sent ? sent : { ...sent, isOpen: await openFile(order.file) };
}
