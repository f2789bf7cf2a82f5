import { type Guide, type GuideCause, type GuideFix, type GuideNode, type GuideOption, toPerson } from '../guide/guide.ts';
import type { Locale } from '../language/locale.ts';
import type { AuthoredGuide } from './authored-guide.ts';
import { authoredLocale, localeMend } from './authored-locale.ts';
import { type GuideFile, guideSchema } from './guide-schema.ts';
import type { IssueList } from './issue.ts';
import { readYamlAsFar } from './read-yaml.ts';
import { type Place, scopeCondition } from './unit.ts';
import { unitOf } from './unit-draft.ts';
import { localesOf, Wording } from './wording.ts';

type Words = GuideFile['title'];
type Path = readonly PropertyKey[];

/** Reads one guide, or adds issues. Undefined where the file does not fit the schema or has no locale. */
export function readGuide(text: string, file: string, defaultLocale: Locale, issues: IssueList): AuthoredGuide | undefined {
  const read = readYamlAsFar(text, guideSchema, file, issues);
  if (read === undefined) return undefined;
  const { data, lineOf } = read;
  const placeAt = (path: Path): Place => ({ file, line: lineOf(path) });
  const own = data.locale === undefined ? defaultLocale : authoredLocale(data.locale);
  const locales = own === undefined ? undefined : localesOf(data.title, own);
  if (own === undefined || locales === undefined) {
    issues.add(placeAt([own === undefined ? 'locale' : 'title']), 'there is something that is no locale', localeMend);
    return undefined;
  }
  const id = data.id ?? (file.split('/').pop() ?? '').replace(/\.ya?ml$/i, '');
  checkStructure(data, placeAt, issues);
  const gaps: AuthoredGuide['gaps'][number][] = [];
  const variants = new Map(
    locales.map((locale, index) => {
      const wording = new Wording(locale, locales[0] as Locale, placeAt, issues, index === 0, gaps);
      return [locale, guideIn(id, data, wording, placeAt, issues)];
    }),
  );
  const parts = (['questions', 'fixes', 'causes'] as const).flatMap((name) =>
    data[name].map((part, index) => [part.id, [name, index]] as const),
  );
  const pathOf = new Map<string, Path>(parts);
  return {
    id,
    variants,
    isShared: data.shared === true,
    place: { file, line: 1 },
    placeOf: (part) => placeAt(pathOf.get(part) ?? []),
    gaps,
    ...(data.owner === undefined ? {} : { owner: data.owner }),
    ...(data.review === undefined ? {} : { review: data.review }),
  };
}

function guideIn(id: string, data: GuideFile, wording: Wording, placeAt: (path: Path) => Place, issues: IssueList): Guide {
  const draft = unitOf(id, data, (key) => placeAt([key]), issues);
  const when = scopeCondition(draft.scope);
  const start = data.start ?? (data.causes.length > 0 ? undefined : (data.questions[0]?.id ?? data.fixes[0]?.id));
  return {
    id,
    title: wording.line(data.title, ['title']),
    symptoms: [...new Set(wording.lines(data.symptoms, ['symptoms']))],
    ...(start === undefined ? {} : { start }),
    nodes: data.questions.map((node, index) => nodeIn(node, wording, ['questions', index])),
    fixes: data.fixes.map((fix, index) => fixIn(fix, wording, ['fixes', index])),
    ...(data.causes.length === 0 ? {} : { causes: data.causes.map((cause, index) => causeIn(cause, wording, ['causes', index])) }),
    ...(data.dangers === undefined ? {} : { dangers: wording.lines(data.dangers, ['dangers']) }),
    ...(when === true ? {} : { when }),
    ...(data.source === undefined ? {} : { source: data.source }),
  };
}

function nodeIn(node: GuideFile['questions'][number], wording: Wording, path: Path): GuideNode {
  const how = wording.markdown(node.how, [...path, 'how']);
  const taken = new Set<string>();
  return {
    id: node.id,
    question: wording.line(node.question, [...path, 'question']),
    ...(node.why === undefined ? {} : { why: wording.line(node.why, [...path, 'why']) }),
    ...(how === undefined ? {} : { how }),
    ...(node.cost === undefined ? {} : { cost: node.cost }),
    options: node.options.map((option, index) => optionIn(option, index, taken, wording, [...path, 'options', index])),
  };
}

function optionIn(
  option: GuideFile['questions'][number]['options'][number],
  index: number,
  taken: Set<string>,
  wording: Wording,
  path: Path,
): GuideOption {
  const { means, from, to, next } = option;
  const id = option.id ?? idOf(option.answer, index, taken);
  taken.add(id);
  const phrasings = wording.lines(option.phrasings, [...path, 'phrasings']);
  const pointsTo = [option['points-to'] ?? []].flat();
  const rulesOut = [option['rules-out'] ?? []].flat();
  return {
    id,
    label: wording.line(option.answer, [...path, 'answer']),
    ...(phrasings.length === 0 ? {} : { phrasings }),
    ...(means === undefined ? {} : { means }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(next === undefined ? {} : { next }),
    ...(pointsTo.length === 0 ? {} : { pointsTo }),
    ...(rulesOut.length === 0 ? {} : { rulesOut }),
  };
}

/** The same in every locale: made from the first words that there are. */
function idOf(answer: Words, index: number, taken: ReadonlySet<string>): string {
  const first = typeof answer === 'string' ? answer : (Object.values(answer)[0] ?? '');
  const slug = first
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return slug === '' || taken.has(slug) ? `${slug === '' ? 'answer' : slug}-${index + 1}` : slug;
}

function causeIn(cause: GuideFile['causes'][number], wording: Wording, path: Path): GuideCause {
  return { id: cause.id, name: wording.line(cause.cause, [...path, 'cause']), likelihood: cause.likelihood ?? 1, fix: cause.fix };
}

function fixIn(fix: GuideFile['fixes'][number], wording: Wording, path: Path): GuideFix {
  const stopGap = wording.markdown(fix['stop-gap'], [...path, 'stop-gap']);
  const steps = wording.markdown(fix.steps, [...path, 'steps']);
  const prevention = wording.markdown(fix.prevention, [...path, 'prevention']);
  return {
    id: fix.id,
    text: wording.line(fix.fix, [...path, 'fix']),
    ...(stopGap === undefined ? {} : { stopGap }),
    ...(steps === undefined ? {} : { steps }),
    ...(fix.check === undefined ? {} : { check: wording.line(fix.check, [...path, 'check']) }),
    ...(prevention === undefined ? {} : { prevention }),
    ...(fix.risk === undefined || fix.risk === 'normal' ? {} : { risk: fix.risk }),
    ...(fix.otherwise === undefined ? {} : { otherwise: fix.otherwise }),
  };
}

/** Ids that stand twice, and ids that lead nowhere. */
function checkStructure(data: GuideFile, placeAt: (path: Path) => Place, issues: IssueList): void {
  const steps = new Set([toPerson]);
  for (const name of ['questions', 'fixes'] as const) {
    data[name].forEach(({ id }, index) => {
      if (steps.has(id)) issues.add(placeAt([name, index, 'id']), `"${id}" stands here a second time`, 'Give one of the two another id.');
      steps.add(id);
    });
  }
  const causes = new Set(data.causes.map(({ id }) => id));
  const fixes = new Set(data.fixes.map(({ id }) => id));
  const lead = (to: string | undefined, path: Path) => {
    if (to !== undefined && !steps.has(to) && !to.startsWith('guide:'))
      issues.add(placeAt(path), `"${to}" is neither a question nor a fix of this guide`, 'Correct the id, or add what it names.');
  };
  lead(data.start, ['start']);
  data.questions.forEach(({ options }, index) => {
    options.forEach((option, place) => {
      const path = ['questions', index, 'options', place];
      lead(option.next, [...path, 'next']);
      for (const name of ['points-to', 'rules-out'] as const)
        for (const cause of [option[name] ?? []].flat())
          if (!causes.has(cause)) issues.add(placeAt([...path, name]), `there is no cause "${cause}"`, 'Correct the id, or add the cause.');
    });
  });
  for (const [index, { otherwise }] of data.fixes.entries()) lead(otherwise, ['fixes', index, 'otherwise']);
  data.causes.forEach(({ fix }, index) => {
    if (!fixes.has(fix)) issues.add(placeAt(['causes', index, 'fix']), `there is no fix "${fix}"`, 'Correct the id, or add the fix.');
  });
  if (data.questions.length + data.fixes.length === 0)
    issues.add(placeAt(['questions']), 'the guide has neither questions nor fixes', 'Add at least one fix.');
}
