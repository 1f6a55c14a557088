import { createHash } from 'node:crypto';
import { bandNamed, bandOf } from '../ladder.ts';
import type { Item } from '../model/item.ts';
import type { Ladders } from '../model/ladders.ts';
import type { Scope } from '../model/scope.ts';
import { says } from '../outline/marks.ts';
import { normalise } from '../vocabulary/normalise.ts';
import type { AnyDraft } from './draft.ts';

/** The band of a scope's levels at its companies, where all of them agree on one. */
function withBand(scope: Scope, ladders: Ladders): Scope {
  const bands = new Set(
    scope.levels.flatMap((level) =>
      scope.companies.length > 0
        ? scope.companies.map((company) => bandOf(ladders, company, level))
        : [bandNamed(ladders, level)],
    ),
  );
  const [band] = bands;
  return band && bands.size === 1 ? { ...scope, band } : scope;
}

/** A slug of the kind and the first words, and a hash of the file, the kind and the text: the same text in the same file keeps it. */
function idOf(file: string, draft: AnyDraft, seen: Map<string, number>): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([file, draft.kind, draft.text, 'level' in draft.fields ? draft.fields.level : '']))
    .digest('hex')
    .slice(0, 10);
  const words = normalise(draft.text).split(' ').slice(0, 6).join('-').slice(0, 48);
  const id = `${draft.kind}-${words || 'text'}-${hash}`;
  const count = (seen.get(id) ?? 0) + 1;
  seen.set(id, count);
  return count === 1 ? id : `${id}-${count}`;
}

/** Drafts → items, in the order of their lines, with ids, bands and links by id. */
export function identify(file: string, drafts: AnyDraft[], ladders: Ladders): Item[] {
  const ordered = drafts
    .filter(({ text }) => says(text))
    .map((draft, at) => ({ draft, at }))
    .sort(
      (a, b) =>
        a.draft.span.startLine - b.draft.span.startLine || a.draft.span.endLine - b.draft.span.endLine || a.at - b.at,
    )
    .map(({ draft }) => draft);
  const seen = new Map<string, number>();
  const ids = new Map(ordered.map((draft) => [draft as object, idOf(file, draft, seen)]));
  return ordered.map((draft) => {
    const question = draft.question && ids.get(draft.question as object);
    const item = {
      ...draft.fields,
      id: ids.get(draft) as string,
      kind: draft.kind,
      text: draft.text,
      scope: withBand(draft.scope, ladders),
      source: { file, ...draft.span, section: draft.place.path },
      ...(Object.keys(draft.fieldLines).length > 0 ? { fieldLines: draft.fieldLines } : {}),
      ...(question ? { question } : {}),
    };
    return item as Item;
  });
}
