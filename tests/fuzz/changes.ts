/** What may differ between two copies of the same page: each changes the text and nothing that it says. */
export const CHANGES: Record<string, (text: string) => string> = {
  'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'line ends of old Macs': (text) => text.replaceAll('\n', '\r'),
  'trailing spaces': (text) => text.replace(/(?<=\S)$/gm, '  '),
  'a mark before the first byte': (text) => `\uFEFF${text}`,
  'hard spaces': (text) =>
    text.replace(/(?<=[\p{L}\d,;]) (?=[\p{Ll}\d])/gu, (space, at: number) => (at % 7 === 0 ? '\u00A0' : space)),
  'straight quotes': (text) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"),
  'curly quotes': (text) =>
    text
      .replace(/(?<=^|[\s(—])"(?=\S)/gm, '“')
      .replaceAll('"', '”')
      .replace(/(?<=\p{L})'(?=\p{L})/gu, '’'),
  'stars for bullets': (text) => text.replace(/^(\s*)- (?=\S)/gm, '$1* '),
  'pluses for bullets': (text) => text.replace(/^(\s*)- (?=\S)/gm, '$1+ '),
  'dots for bullets': (text) => text.replace(/^(\s*)- (?=[^\s[])/gm, '$1• '),
  'underscores for stars': (text) => text.replace(/\*\*([^*\n]+)\*\*/g, '__$1__'),
  'deeper headings': (text) => (/^#{6}/m.test(text) ? text : text.replace(/^(?=#{1,5} )/gm, '#')),
  'other bullets of numbers': (text) => text.replace(/^(\s*\d+)\. (?=\S)/gm, '$1) '),
  'closed headings': (text) => text.replace(/^(#{1,6}) (.*)$/gm, '$1 $2 $1'),
  'blank lines doubled': (text) => text.replace(/^$/gm, '\n'),
  'sections turned round': (text) => {
    const [before = '', ...sections] = text.split(/^(?=## )/m);
    const areEqual = !sections.some((section) => /^# /m.test(section));
    return areEqual ? [before, ...sections.reverse()].map((section) => section.trimEnd()).join('\n\n') : text;
  },
  'a page around it': (text) => `${BEFORE}\n\n${text.trimEnd()}\n\n${AFTER}\n`,
};

const BEFORE = [
  'Skip to content',
  'Home | Courses | Pricing | Sign in',
  'We use cookies to improve this site. Accept all',
].join('\n');
const AFTER = [
  'Share on Twitter',
  'Subscribe to our newsletter',
  '12 comments',
  '© 2026 Example Press. All rights reserved.',
].join('\n');
