import type { VFile } from 'vfile';
import { diagnose } from './rules.ts';

const BOMS: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Bytes to text. A byte order mark decides; without one the text is UTF-8, UTF-16 where every second byte is zero, and else
 * Windows-1252, with a warning. Gives undefined, and an error on the file, where the bytes are no text.
 */
export function decode(bytes: Uint8Array, file: VFile): string | undefined {
  const marked = BOMS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) {
    const text = new TextDecoder(marked[0]).decode(bytes);
    return refuseBinary(text, file);
  }
  const wide = utf16Without(bytes);
  if (wide) {
    diagnose(file, 'encoding-guessed', `${wide} without a byte order mark`);
    return refuseBinary(new TextDecoder(wide).decode(bytes), file);
  }
  try {
    return refuseBinary(new TextDecoder('utf-8', { fatal: true }).decode(bytes), file);
  } catch {
    const text = refuseBinary(windows1252(bytes), file);
    if (text !== undefined)
      diagnose(file, 'encoding-guessed', 'bytes that are not UTF-8, read as Windows-1252', firstBad(bytes));
    return text;
  }
}

/** Node decodes a whole Windows-1252 text as Latin-1, but a stream of it correctly. */
function windows1252(bytes: Uint8Array): string {
  const decoder = new TextDecoder('windows-1252');
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

/** UTF-16 written without a mark: Latin text has a zero in nearly every second byte. */
function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 8) return undefined;
  const zeros = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = sample.length * 0.4;
  if (odd > most && even < most / 10) return 'utf-16le';
  if (even > most && odd < most / 10) return 'utf-16be';
  return undefined;
}

/** Control characters that no text needs, and what stands for bytes that could not be read. */
const STRAY = /[^\t\n\f\r -\ufffc\ufffe\uffff]/g;

/** Text may hold a few stray characters; more than one in fifty, or a NUL, and it is not text. */
function refuseBinary(text: string, file: VFile): string | undefined {
  const stray: string[] = text.match(STRAY) ?? [];
  if (!stray.includes('\0') && stray.length * 50 <= text.length) return text;
  diagnose(file, 'file-not-text', 'bytes that are no text in UTF-8, UTF-16 or Windows-1252');
  return undefined;
}

/** Line and column, 1-based, of the first byte that breaks UTF-8. */
function firstBad(bytes: Uint8Array): { line: number; column: number } {
  let low = 0;
  let high = bytes.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (validPrefix(bytes.subarray(0, middle))) low = middle;
    else high = middle;
  }
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, low), { stream: true }).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function validPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
