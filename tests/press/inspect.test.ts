import { describe, expect, test } from 'vitest';
import { inspect } from '../../pipeline/press/inspect.ts';

/** A PDF of these objects, with one page unless they hold others. */
function pdf(...objects: string[]): string {
  const all = ['<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [3 0 R] /Count 1>>', ...objects];
  let text = '%PDF-1.4\n';
  const entries = all.map((object, index) => {
    const offset = String(text.length).padStart(10, '0');
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${offset} 00000 n \n`;
  });
  return `${text}xref\n0 ${all.length + 1}\n0000000000 65535 f \n${entries.join('')}trailer\n<</Size ${all.length + 1} /Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
}

const PAGE = '<</Type /Page /Parent 2 0 R>>';
const link = (uri: string) => `<</Type /Annot /Subtype /Link /A <</S /URI /URI ${uri}>>>>`;

test('a PDF that is whole passes', () => {
  expect(inspect(pdf(PAGE, link('(https://example.org/a\\(b\\))'), link('(mailto:ada@example.org)')), 1)).toEqual([]);
});

test('what is not a PDF, or is cut short, does not', () => {
  expect(inspect('<html>', 1)).toEqual(['it does not begin as a PDF']);
  expect(inspect(pdf(PAGE).slice(0, -8), 1)).toEqual(['the PDF has no cross-reference table']);
  expect(inspect(pdf(PAGE).replace('xref\n0', 'xxxx\n0'), 1)).toEqual(['the PDF has no cross-reference table']);
});

test('it must have the pages that were laid out', () => {
  expect(inspect(pdf(PAGE, PAGE), 1)).toEqual(['it has 2 pages where 1 were laid out']);
});

describe('what a page could do by itself', () => {
  for (const [name, object] of [
    ['/JavaScript', '<</S /JavaScript /JS (app.alert\\(1\\))>>'],
    ['/Launch', '<</S /Launch /F (cmd.exe)>>'],
    ['/SubmitForm', '<</S /SubmitForm /F (https://example.org)>>'],
    ['/EmbeddedFile', '<</Type /EmbeddedFile /Length 0>>'],
    ['/GoToR', '<</S /GoToR /F (other.pdf)>>'],
    ['/OpenAction', '<</OpenAction 7 0 R>>'],
    ['/AA', '<</AA <<>>>>'],
  ] as const) {
    test(name, () => expect(inspect(pdf(PAGE, object), 1)).toContain(`it holds ${name}`));
  }

  test('a text that speaks of it is no more than a text', () => {
    expect(inspect(pdf(PAGE, '<</Title (Why \\(/JavaScript\\) and /Launch \\\\ fail) /Alt <2F4A53>>>'), 1)).toEqual([]);
  });

  test('page content is not read as objects', () => {
    expect(inspect(pdf(PAGE, '<</Length 24>> stream\n/JavaScript /Type /Page\nendstream'), 1)).toEqual([]);
  });
});

describe('links', () => {
  for (const [written, meant] of [
    ['(file:///etc/passwd)', 'file:///etc/passwd'],
    ['(java\\163cript:alert\\(1\\))', 'javascript:alert(1)'],
    ['<66696C653A2F2F2F61>', 'file:///a'],
    ['(relative.html)', 'relative.html'],
    ['(data:text/html,x)', 'data:text/html,x'],
  ] as const) {
    test(meant, () => expect(inspect(pdf(PAGE, link(written)), 1)).toEqual([`it links to ${meant}`]));
  }
});
