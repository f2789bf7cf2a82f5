import type { Guide, GuideCause, GuideFix, GuideNode, GuideOption } from '../../../src/guide/guide.ts';
import type { Random } from './random.ts';

const machines = ['loom', 'drone', 'kiln', 'scooter', 'freezer', 'organ', 'tractor', 'projector', 'aquarium', 'winch'];
const faults = ['stops halfway', 'makes a grinding noise', 'will not start', 'leaks', 'runs too hot', 'vibrates badly'];
const parts = [
  'belt',
  'valve',
  'fuse',
  'sensor',
  'pump',
  'filter',
  'spring',
  'motor',
  'hinge',
  'cable',
  'nozzle',
  'gasket',
  'relay',
  'bearing',
];
const colours = ['red', 'green', 'blue', 'purple', 'white'];
const places = ['at the top', 'underneath', 'behind the cover', 'near the wall', 'at the outlet'];
const sounds = ['it hums', 'it clicks', 'it whistles', 'it stays silent', 'it rattles'];

type Answers = readonly Omit<GuideOption, 'id'>[];

/** A question about a part, and its answers in words, colours, places, sounds or ranges. */
function question(part: string, random: Random): { readonly question: string; readonly answers: Answers } {
  const some = (labels: readonly string[]) =>
    random
      .shuffled(labels)
      .slice(0, random.between(2, 3))
      .map((label) => ({ label: label.charAt(0).toUpperCase() + label.slice(1) }));
  switch (random.between(0, 5)) {
    case 0:
      return { question: `Is the ${part} worn?`, answers: [{ label: 'Yes' }, { label: 'No' }] };
    case 1:
      return { question: `Does the ${part} move freely?`, answers: [{ label: 'Yes' }, { label: 'No' }] };
    case 2:
      return { question: `Which colour is the lamp beside the ${part}?`, answers: some(colours) };
    case 3:
      return { question: `Where does the ${part} touch the frame?`, answers: some(places) };
    case 4:
      return { question: `What do you hear from the ${part}?`, answers: some(sounds) };
    default: {
      const limit = random.between(2, 9) * 10;
      return {
        question: `How many millimetres of play has the ${part}?`,
        answers: [
          { label: `Less than ${limit}`, from: 0, to: limit - 1, phrasings: [`${limit - 5}`, `about ${limit - 8}`] },
          { label: `${limit} or more`, from: limit, phrasings: [`${limit + 4}`, `nearly ${limit + 12}`] },
        ],
      };
    }
  }
}

const withIds = (answers: Answers) => answers.map((answer, index): GuideOption => ({ id: `a${index + 1}`, ...answer }));

/** A guide of three to six causes and as many questions, whose answers speak for some causes and against others. */
export function generateCauses(id: string, random: Random): Guide {
  const names = random.shuffled(parts);
  const count = random.between(3, 6);
  const causes = names.slice(0, count).map((part): GuideCause => {
    return { id: part, name: `Broken ${part}`, likelihood: random.between(1, 9), fix: `fix-${part}` };
  });
  const nodes = random.shuffled(names.slice(0, random.between(3, 6))).map((part, index): GuideNode => {
    const { question: words, answers } = question(part, random);
    const options = withIds(answers).map((option): GuideOption => {
      const sides = causes.map((cause) => ({ cause: cause.id, side: random.next() }));
      return {
        ...option,
        pointsTo: sides.filter(({ side }) => side < 0.35).map(({ cause }) => cause),
        rulesOut: sides.filter(({ side }) => side > 0.7).map(({ cause }) => cause),
      };
    });
    return { id: `q${index + 1}`, question: words, options };
  });
  const fixes = causes.map(({ id: part, fix }): GuideFix => ({ id: fix, text: `Replace the ${part}.` }));
  return { ...headOf(id, random), nodes, fixes, causes };
}

/** A drawn tree of at most five questions from its start to a fix. */
export function generateTree(id: string, random: Random): Guide {
  const nodes: GuideNode[] = [];
  const fixes: GuideFix[] = [];
  const grow = (depth: number, names: readonly string[]): string => {
    const [part = 'part', ...rest] = names;
    if (depth === 5 || (depth > 1 && random.next() < 0.3)) {
      const fix: GuideFix = { id: `f${fixes.length + 1}`, text: `Adjust number ${fixes.length + 1} at the ${part}.` };
      fixes.push(fix);
      return fix.id;
    }
    const own = `q${nodes.length + 1}`;
    const { question: words, answers } = question(part, random);
    const place = nodes.push({ id: own, question: words, options: [] }) - 1;
    const options = withIds(answers).map((option) => ({ ...option, next: grow(depth + 1, random.shuffled(rest)) }));
    nodes[place] = { id: own, question: words, options };
    return own;
  };
  const start = grow(0, random.shuffled(parts));
  return { ...headOf(id, random), start, nodes, fixes };
}

function headOf(id: string, random: Random): Pick<Guide, 'id' | 'title' | 'symptoms'> {
  const title = `The ${random.pick(machines)} ${random.pick(faults)}`;
  return { id, title, symptoms: [`my ${title.slice(4)}`] };
}
