const NAMES =
  'a abbr article aside audio b base blockquote body br button center code dd del details div dl dt em figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label li link main mark meta nav noscript object ol option p picture pre q s script section select small source span strong style sub summary sup svg table tbody td template tfoot th thead time tr u ul video wbr';
const ATTRIBUTE = `\\s+[\\w:-]+(?:=(?:"[^"]*"|'[^']*'|[^\\s"'<>]+))?`;
const TORN = new RegExp(`<(?:${NAMES.split(' ').join('|')})(?:${ATTRIBUTE})*\\s*$`, 'i');
const TAG = new RegExp(`</?(${NAMES.split(' ').join('|')})(?=[\\s/>])[^<>]*>`, 'gi');

/** A line with each HTML tag replaced; what only looks like a tag (`List<Job>`, `<1,000`) is text. */
export const replaceTags = (line: string, by: (tag: string, name: string) => string): string =>
  line.replace(TAG, (tag, name: string) => by(tag, name.toLowerCase()));

/** Whether a line ends inside a tag. */
export const endsInTag = (line: string): boolean => TORN.test(line);

/** A line without its HTML tags. */
export const withoutTags = (line: string): string => replaceTags(line, () => ' ');
