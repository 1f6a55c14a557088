import { inflateSync } from 'node:zlib';
import { extractText } from 'unpdf';

/** What a planted file holds that nothing may print. */
export const SECRET = 'Xyzzy-4711-Plugh';

/** Whether the secret is in the PDF's text or in any of its streams. */
export async function holdsSecret(pdf: Uint8Array): Promise<boolean> {
  const raw = Buffer.from(pdf).toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, stream = '']) => {
    try {
      return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
  return [raw, ...streams, text].some((each) => each.includes(SECRET));
}
