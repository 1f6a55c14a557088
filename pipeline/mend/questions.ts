import { isPlain, type Line } from './line.ts';

/** What is shorter holds no three questions, and what is longer is prose, in characters. */
const [SHORTEST, LONGEST] = [40, 600];

/** "The next thing they will say How did it end? Which part failed? Who knew?": a heading and the list below it, run together. */
export function questionsInRow(line: Line): Line[] | undefined {
  if (line.text.length < SHORTEST || line.text.length > LONGEST || !isPlain(line.text)) return undefined;
  const [, heading = '', rest = ''] =
    /^(\p{Lu}[^.?!:;,"“|]{6,60}?)\s((?:How|What|Which|Who|Whom|Why|Where|When|Did|Do|Does|Would|Could|Can|If|Is|Are|Was|Were)\s[^?]{6,}\?.*\?)$/u.exec(
      line.text.trim(),
    ) ?? [];
  const questions = rest.split(/(?<=\?)\s+(?=\p{Lu})/u);
  if (questions.length < 3 || !questions.every((one) => one.endsWith('?')) || heading.split(' ').length < 2)
    return undefined;
  return [
    { ...line, text: `## ${heading}` },
    { ...line, text: '' },
    ...questions.map((one) => ({ ...line, text: `- ${one}` })),
    { ...line, text: '' },
  ];
}
