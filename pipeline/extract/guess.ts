import { cuesIn, SURE } from '../vocabulary/cues.ts';
import type { Role } from '../vocabulary/vocabulary.ts';
import type { Shape } from './shape.ts';

/** Where a list stands on its page. */
export interface Position {
  /** Above the first numbered part, or the first thing that is asked. */
  isBefore: boolean;
  /** Below the last one. */
  isBehind: boolean;
  /** Below the heading of a solution. */
  solved: boolean;
  /** Below something that was asked. */
  follows: boolean;
  ordered: boolean;
}

/** Which shapes the lines of a role have. A role that is not here is told by nothing but a phrase of the tables. */
const FITS: Partial<Record<Role, (shape: Shape, at: Position) => boolean>> = {
  'clarifying-question': ({ asks, asksOneself }, { isBehind, solved }) =>
    asks >= 0.6 && !(isBehind && !solved) && !(solved && asksOneself >= 0.3),
  'question-to-ask': ({ asks }) => asks >= 0.6,
  'follow-up': ({ asks }, { isBefore, follows }) => asks >= 0.5 && follows && !isBefore,
  question: ({ prompts, ofCompany }, { solved }) => prompts >= 0.6 && ofCompany < 0.5 && !solved,
  pitfall: ({ asks }) => asks < 0.4,
  criterion: ({ asks, labelled, ofThem }) => asks < 0.4 || labelled >= 0.6 || ofThem >= 0.5,
  guidance: ({ asks }) => asks < 0.6,
  reference: ({ asks, cites, titled }) => asks < 0.3 && (cites >= 0.5 || titled >= 0.8),
  'related-concept': ({ asks, titled }) => asks < 0.3 && titled >= 0.8,
  'checklist-item': ({ asks, asksOneself, boxed, prompts }, { solved }) =>
    (boxed >= 0.5 && prompts < 0.6) || asks < 0.3 || asksOneself >= 0.5 || solved,
  constraint: ({ asks, labelled, urges }, { isBefore, solved }) =>
    asks < 0.3 && urges < 0.5 && !solved && (!isBefore || labelled >= 0.5),
  'time-budget': ({ timed }) => timed >= 0.6,
  'answer-outline': ({ chained }, { ordered }) => ordered || chained >= 0.5,
};

/** How much a shape speaks for a role whose word stands in the heading. */
const BONUS: Partial<Record<Role, (shape: Shape) => number>> = {
  pitfall: ({ blames }) => blames,
  criterion: ({ credits, blames }) => credits - blames,
  reference: ({ cites }) => cites,
  'checklist-item': ({ boxed, asksOneself }) => boxed * 2 + asksOneself,
  'question-to-ask': ({ ofCompany }) => ofCompany * 2,
};

/** The role that the words of a heading and the shape of its list make most likely; undefined where they say too little, or only advice. */
export function guessRole(heading: string, shape: Shape, at: Position): { role: Role; weight: number } | undefined {
  if (shape.topics >= 0.3) return { role: 'question', weight: SURE };
  const [likely] = [...cuesIn(heading)]
    .filter(([role]) => FITS[role]?.(shape, at))
    .map(([role, weight]) => ({ role, weight: weight + (BONUS[role]?.(shape) ?? 0) }))
    .sort((a, b) => b.weight - a.weight);
  const isTurned = likely?.role !== 'question-to-ask' && shape.asks >= 0.6 && shape.ofCompany >= 0.6;
  if (isTurned && (!likely || likely.role === 'guidance' || likely.weight < 2))
    return { role: 'question-to-ask', weight: shape.ofCompany * 2 };
  if (shape.ofThem >= 0.6 && (!likely || likely.weight < SURE)) return { role: 'criterion', weight: shape.ofThem * 2 };
  if (likely) return likely.role === 'guidance' ? undefined : likely;
  return shape.boxed >= 0.5 && shape.prompts < 0.6 ? { role: 'checklist-item', weight: shape.boxed } : undefined;
}
