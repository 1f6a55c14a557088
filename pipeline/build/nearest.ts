import { distance } from 'fastest-levenshtein';

/** The name that takes the fewest edits to reach, unless that is half of it and more. */
export function nearestOf(wanted: string, known: readonly string[]): string | undefined {
  const isNear = ({ edits, name }: { edits: number; name: string }) =>
    edits <= Math.max(wanted.length, name.length) / 2;
  const [nearest] = known
    .map((name) => ({ name, edits: distance(wanted.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  return nearest && isNear(nearest) ? nearest.name : undefined;
}

/** ` Did you mean …?`, or nothing where nothing is near. */
export function didYouMean(wanted: string, known: readonly string[]): string {
  const nearest = nearestOf(wanted, known);
  return nearest === undefined ? '' : ` Did you mean ${nearest}?`;
}
