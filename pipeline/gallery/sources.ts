import { grouped } from '../grouped.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { SEVERITIES } from '../model/diagnostic.ts';
import type { LineRange, Source } from '../model/library.ts';
import { visible } from '../report/visible.ts';
import type { Shown } from './shown.ts';
import type { GalleryWords } from './template.ts';
import { countedText } from './wording.ts';

/** Every source with where its lines went, and with what was found in it. */
export function sourceViews({ sources, diagnostics, excerpts }: Shown, words: GalleryWords) {
  const problems = grouped(diagnostics, ({ file }) => file);
  return sources.map((source) => {
    const own = problems.get(source.file) ?? [];
    return {
      ...coverageView(source, words),
      file: visible(source.file),
      title: source.title,
      date: source.date ?? words.noDate,
      lines: source.lines,
      problems: own.map((problem) => problemView(problem, excerpts, words)),
      problemCount: countsOf(own, words),
      isBroken: own.some(({ severity }) => severity === 'error'),
    };
  });
}

function coverageView({ coverage }: Source, words: GalleryWords) {
  const { items, headings, metadata, boilerplate, markup, unclaimed } = coverage;
  const lines = (ranges: LineRange[]) => ranges.reduce((sum: number, range) => sum + lengthOf(range), 0);
  const byRule = (rules: { lines: LineRange[] }[]) => lines(rules.flatMap((rule) => rule.lines));
  const counts = {
    items: lines(items),
    headings: lines(headings),
    metadata: byRule(metadata),
    boilerplate: byRule(boilerplate),
    markup: lines(markup),
    unclaimed: lines(unclaimed),
  };
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const names = Object.keys(counts) as (keyof typeof counts)[];
  return {
    // Rounded down: a hundred means every line.
    percent: all === 0 ? 100 : Math.floor(((all - counts.unclaimed) / all) * 100),
    classes: names
      .filter((name) => counts[name] > 0)
      .map((name) => ({
        name: words.classes[name],
        count: counts[name],
        where: name === 'unclaimed' ? unclaimed.join(', ') : '',
      })),
  };
}

function lengthOf(range: LineRange): number {
  if (typeof range === 'number') return 1;
  const [start = 0, end = start] = range.split('-').map(Number);
  return end - start + 1;
}

function problemView(diagnostic: Diagnostic, excerpts: Shown['excerpts'], words: GalleryWords) {
  const { file, line, severity, rule, found, expected, advice } = diagnostic;
  return {
    severity,
    severityName: words.severities[severity].one,
    place: line === undefined ? '' : `${words.line} ${line}`,
    rule,
    found: visible(found),
    expected,
    advice,
    excerpt: visible(excerpts[`${file}:${line}`] ?? ''),
  };
}

function countsOf(diagnostics: Diagnostic[], words: GalleryWords): string {
  return SEVERITIES.flatMap((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count > 0 ? countedText(count, words.severities[severity]) : [];
  }).join(', ');
}
