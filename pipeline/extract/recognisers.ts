import type { Kind } from '../model/item.ts';
import { answerOutlines } from './kinds/answer-outline.ts';
import { clarifyingQuestions, questionsToAsk } from './kinds/asked-by-candidate.ts';
import { checklistItems } from './kinds/checklist-item.ts';
import { companyFocus } from './kinds/company-focus.ts';
import { constraints } from './kinds/constraint.ts';
import { criteria } from './kinds/criterion.ts';
import { followUps } from './kinds/follow-up.ts';
import { guidance } from './kinds/guidance.ts';
import { hints } from './kinds/hint.ts';
import { levelBars } from './kinds/level-bar.ts';
import { pitfalls } from './kinds/pitfall.ts';
import { questions } from './kinds/question.ts';
import { references, relatedConcepts } from './kinds/reading.ts';
import { timeBudgets } from './kinds/time-budget.ts';
import { workedExamples } from './kinds/worked-example.ts';
import type { Page } from './page.ts';

/**
 * One recogniser for each kind, in the order in which they read a page: questions first, since others link to them; guidance last, since it takes
 * what is left.
 */
export const RECOGNISERS = {
  question: questions,
  hint: hints,
  'company-focus': companyFocus,
  'time-budget': timeBudgets,
  'level-bar': levelBars,
  'clarifying-question': clarifyingQuestions,
  'question-to-ask': questionsToAsk,
  constraint: constraints,
  'follow-up': followUps,
  reference: references,
  'related-concept': relatedConcepts,
  'checklist-item': checklistItems,
  pitfall: pitfalls,
  'worked-example': workedExamples,
  criterion: criteria,
  'answer-outline': answerOutlines,
  guidance: guidance,
} as const satisfies Record<Kind, (page: Page) => void>;
