import { fileURLToPath } from 'node:url';
import { readSources } from '../../src/cli/read-sources.ts';
import { nudgesIn } from '../../src/pack/nudges-in.ts';
import { ensureBuilt } from '../../widget/build/build-browser.ts';
import { type Goal, reportGoals } from './goals.ts';
import { replayStory } from './nudges/replay-story.ts';
import { measureScrolling } from './nudges/scroll-cost.ts';
import type { Need, Story } from './nudges/story.ts';
import { writeStories } from './nudges/write-stories.ts';
import { percentile } from './statistics.ts';
import { figure, formatTable } from './table.ts';

/** `npm run bench:nudges`: the demo's nudges, played 1,000 small stories. */
const contentDirectory = fileURLToPath(new URL('../../demo/content/', import.meta.url));
const count = 1000;
const seed = 7_040_193;

/** Which of the demo's nudges is help with which need. */
const helps: Readonly<Record<string, Need>> = {
  'checkout-payment': 'choosing-how-to-pay',
  'payment-failed': 'payment-refused',
  'coupon-refused': 'code-refused',
  'order-delayed': 'parcel-late',
  'care-renewal': 'plan-ends',
  'mop-pads-due': 'wear-part',
  'charger-too-weak': 'weak-charger',
  'sweep-dock-launch': 'new-product',
  christmas: 'season',
  'sold-out': 'sold-out',
  'stuck-on-help': 'stuck-again',
  'copied-error': 'error-code',
  'cart-leaving': 'delivery-cost',
  'welcome-back': 'back-again',
  'search-finds-nothing': 'nothing-found',
  'newsletter-code': 'first-discount',
};

interface Tally {
  stories: number;
  shown: number;
  helpful: number;
  bad: number;
  needs: number;
  met: number;
}

const { content } = await readSources(contentDirectory);
if (content === undefined) throw new Error('the demo’s content cannot be read');
const set = nudgesIn(content, 'en');
const looks: number[] = [];
const tallies = new Map<string, Tally>();
const nuisances: string[] = [];
for (const [index, story] of writeStories(count, seed).entries()) tell(story, index);

function tell(story: Story, index: number): void {
  const tally = tallies.get(story.title) ?? { stories: 0, shown: 0, helpful: 0, bad: 0, needs: 0, met: 0 };
  tallies.set(story.title, tally);
  const seen = replayStory(set, story, `visitor-${index}`, (milliseconds) => looks.push(milliseconds));
  const isWithin = ({ from, to }: { from: number; to: number }, second: number) => second >= from && second <= to;
  tally.stories += 1;
  tally.needs += story.helpful.length;
  tally.met += story.helpful.filter((each) =>
    seen.some(({ second, nudge }) => isWithin(each, second) && helps[nudge] === each.need),
  ).length;
  for (const { second, nudge } of seen) {
    tally.shown += 1;
    // A bad moment is over with the second in which what made it one ends.
    const bad = story.bad.find(({ from, to }) => second >= from && second < to);
    if (bad !== undefined) {
      tally.bad += 1;
      nuisances.push(`${story.title}: "${nudge}" at second ${second}, while: ${bad.why}`);
    } else if (story.helpful.some((each) => isWithin(each, second) && helps[nudge] === each.need)) tally.helpful += 1;
    else nuisances.push(`${story.title}: "${nudge}" at second ${second}, which nobody needed then`);
  }
}

const rows = [...tallies].map(([title, { stories, shown, helpful, bad, needs, met }]) => [
  title,
  ...[stories, shown, helpful, bad, needs, met].map(String),
]);
console.log(formatTable(['story', 'stories', 'shown', 'helpful', 'at a bad moment', 'needs', 'met'], rows));
for (const line of nuisances.slice(0, 20)) console.log(`  ${line}`);
const sum = (name: keyof Tally) => [...tallies.values()].reduce((all, tally) => all + tally[name], 0);
await ensureBuilt();
const scrolling = await measureScrolling(contentDirectory);
const cost = Math.max(0, scrolling.with - scrolling.without);
console.log(`\nscript in a second of scrolling: ${figure(scrolling.with)} ms with nudges, ${figure(scrolling.without)} ms without`);
const precision = sum('helpful') / sum('shown');
const decision = percentile(looks, 0.99);
const goals: Goal[] = [
  { name: 'nudges that were helpful', value: precision, limit: 0.95, isLeast: true, unit: 'of those shown' },
  { name: 'nudges at a bad moment', value: sum('bad'), limit: 0, unit: 'shown' },
  { name: 'one decision, 99th percentile', value: decision, limit: 1, unit: 'ms' },
  { name: 'listeners while scrolling', value: cost, limit: 1, unit: 'ms a second' },
];
const met = `${Math.round((100 * sum('met')) / sum('needs'))} % of ${sum('needs')} needs met`;
reportGoals(
  'nudges',
  goals,
  `${count} stories, ${sum('shown')} shown, ${(100 * precision).toFixed(1)} % helpful, ${sum('bad')} at bad moments, ${met}, decision ${figure(decision)} ms, scrolling ${figure(cost)} ms/s`,
);
