import { authoredLocale } from '../../content/authored-locale.ts';
import { readTable } from '../../content/csv-table.ts';
import { detectLanguage } from '../../language/detect.ts';
import { cleanQuestion, type FoundPair, type Skipped } from './found-pair.ts';
import { PageError } from './html-tree.ts';
import { markdownOfText } from './markdown-of-html.ts';
import { resolved } from './page-details.ts';
import { isoDate } from './pairs-of-page.ts';

/** Names that columns go by, in lower case. */
const names = {
  question: [
    'question',
    'questions',
    'q',
    'title',
    'subject',
    'heading',
    'name',
    'frage',
    'pregunta',
    'pergunta',
    'вопрос',
    'سؤال',
    '问题',
    '質問',
    '标题',
    'タイトル',
  ],
  answer: [
    'answer',
    'answers',
    'a',
    'body',
    'content',
    'text',
    'response',
    'reply',
    'description',
    'antwort',
    'réponse',
    'reponse',
    'respuesta',
    'resposta',
    'ответ',
    'جواب',
    '答案',
    '回答',
    '内容',
  ],
  locale: ['locale', 'lang', 'language', 'sprache', 'langue', 'idioma', 'язык', 'اللغة', '语言', '言語'],
  section: [
    'category',
    'section',
    'topic',
    'tag',
    'group',
    'kategorie',
    'thema',
    'catégorie',
    'categorie',
    'categoría',
    'categoria',
    'категория',
    'فئة',
    '分类',
    '类别',
    'カテゴリ',
    'カテゴリー',
  ],
  unit: ['unit', 'id', 'key', 'slug', 'intent'],
  source: ['source', 'url', 'link', 'page'],
  updated: ['updated', 'updated_at', 'modified', 'last_modified', 'last modified', 'date'],
  phrasings: ['phrasings', 'alternatives', 'variants', 'synonyms', 'alternative questions'],
} as const;
type Column = keyof typeof names;

/**
 * Reads a table of questions and answers whose columns go by common names, in any order, parted by commas, semicolons
 * or tabs. Throws a PageError where it is no such table.
 * @param name of the file
 */
export function readFaqTable(text: string, name: string): { pairs: FoundPair[]; skipped: Skipped[]; rows: number } {
  const { rows, problem } = readTable(text, delimiterOf(text));
  if (problem !== undefined) throw new PageError(`${name}:${problem.line}: ${problem.message}\n    ${problem.mend}`);
  const [head, ...body] = rows;
  const columns = columnsOf(head?.fields ?? []);
  if (columns.question === undefined || columns.answer === undefined) {
    throw new PageError(
      `${name}:1: the header row names no column for ${columns.question === undefined ? 'questions' : 'answers'}\n    Call them question and answer.`,
    );
  }
  const pairs: FoundPair[] = [];
  const skipped: Skipped[] = [];
  const answers = new Map<string, string>();
  for (const { fields, line } of body) {
    const field = (column: Column) => (columns[column] === undefined ? '' : (fields[columns[column]] ?? '').trim());
    const unit = field('unit');
    const question = cleanQuestion(field('question'));
    // Further rows of a unit are further ways to ask.
    const answer = field('answer') || (unit === '' ? '' : (answers.get(`${unit} ${field('locale')}`) ?? answers.get(unit) ?? ''));
    if (fields.every((each) => each.trim() === '')) continue;
    if (question === '' || answer === '') {
      skipped.push({ from: `${name}:${line}`, reason: `the row has no ${question === '' ? 'question' : 'answer'}` });
      continue;
    }
    if (unit !== '') {
      answers.set(`${unit} ${field('locale')}`, answer);
      if (!answers.has(unit)) answers.set(unit, answer);
    }
    pairs.push(pairOfRow({ question, answer, unit, field }, name));
  }
  return { pairs, skipped, rows: body.length };
}

function pairOfRow(row: { question: string; answer: string; unit: string; field: (column: Column) => string }, name: string): FoundPair {
  const { question, answer, unit, field } = row;
  const source = resolved(field('source'));
  const updated = isoDate(field('updated'));
  return {
    question,
    phrasings: field('phrasings')
      .split(/[|;\n]/)
      .map(cleanQuestion)
      .filter((each) => each !== ''),
    answer: markdownOfText(answer, source),
    locale: authoredLocale(field('locale')) ?? detectLanguage(`${question} ${answer}`) ?? 'en',
    page: name,
    ...(source === undefined ? {} : { source }),
    ...(field('section') === '' ? {} : { section: field('section') }),
    ...(unit === '' ? {} : { key: unit, id: unit }),
    ...(updated === undefined ? {} : { updated }),
  };
}

function columnsOf(header: readonly string[]): Partial<Record<Column, number>> {
  const titles = header.map((title) => title.trim().toLowerCase());
  const columns: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(names) as Column[]) {
    // The first name that occurs counts: with both "title" and "question" the question is the question.
    const found = names[column].map((each) => titles.indexOf(each)).find((index) => index !== -1);
    if (found !== undefined && !Object.values(columns).includes(found)) columns[column] = found;
  }
  return columns;
}

/** The sign that parts most of the header row. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/\r|\n/, 1);
  const count = (sign: string) => header.split(sign).length;
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0] ?? ',';
}
