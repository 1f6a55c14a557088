import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read } from '../../pipeline/extract/read.ts';
import type { Reading } from '../../pipeline/extract/reading.ts';
import { readLadders } from '../../pipeline/ladders.ts';
import { openWordList } from '../../pipeline/mend/words.ts';

const knowledge = { ladders: await readLadders(), isWord: openWordList() };

/** What extraction reads from a text, in this process. */
export const readText = (text: string, file = 'a.txt', sha256 = '0'.repeat(64)): Reading =>
  read({ file, sha256, text }, knowledge);

/** The texts of all files below some folders of the repository, by file. */
export function documentsIn(...folders: string[]): Map<string, string> {
  const documents = new Map<string, string>();
  for (const folder of folders) {
    const root = fileURLToPath(new URL(`../../${folder}`, import.meta.url));
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) documents.set(entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  }
  return documents;
}
