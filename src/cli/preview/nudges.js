// The nudge lab of `edge-agent dev`: how a nudge looks, and when and why it would have shown in a session.
const choice = document.querySelector('#choice');
const session = document.querySelector('#session');
const element = (id) => document.querySelector(`#${id}`);
let nudges = [];
/** The session that was written for a nudge; as long as it stands, another nudge gets its own. */
let written = '';
/** What the shop says of the visitor's situation in the session now shown: their market, say. */
let context = {};

const reasons = {
  'no-consent': 'there is no consent',
  off: 'the visitor wants no tips',
  snoozed: 'the visitor said "not now"',
  refused: 'the visitor refused this one',
  paused: 'it is dismissed too often',
  'other-page': 'it is for other pages',
  'other-audience': 'it is for others',
  'quiet-hours': 'these are quiet hours',
  cap: 'its cap is reached',
  'cool-down': 'it still cools down',
  'visit-limit': 'there were enough in this visit',
  'day-limit': 'there were enough today',
  gap: 'one was shown just now',
  'no-place': 'its place is not on the page',
  'not-allowed': 'the policy does not let it be offered',
  annoying: 'it would annoy more than help',
  'out-of-view': 'the page is out of view',
  typing: 'the visitor types',
  media: 'media plays',
  dialog: 'a dialog is open',
  panel: 'the panel is open',
  'asked-just-now': 'the visitor asked just now',
  'other-nudge': 'another nudge shows',
  'just-arrived': 'the page was opened just now',
};

const mostDays = 400;

/** All lines of the session as steps; throws an error that names the line and says what to write. */
function stepsOf(text) {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [stepOf(line)];
    } catch (thrown) {
      throw new Error(`Line ${index + 1}, "${line.trim()}": ${thrown.message}`);
    }
  });
}

function stepOf(line) {
  const [, second, what, rest = ''] = /^\s*(\d+(?:\.\d+)?)\s+(\S+)\s*(.*)$/.exec(line) ?? [];
  if (second === undefined) throw new Error('write the second, then what happens, as in: 4 page /checkout');
  const at = Number(second) * 1000;
  if (at > mostDays * 86_400_000) throw new Error(`a session lasts ${mostDays} days at most`);
  const needed = (example) => {
    if (rest.trim() === '') throw new Error(`something is missing; write it as in: ${second} ${what} ${example}`);
    return rest.trim();
  };
  const selector = (text) => {
    if (!isSelector(text)) throw new Error(`"${text}" is no CSS selector; write one as in: #payment`);
    return text;
  };
  const [first = '', ...others] = rest.split(/\s+/);
  const around = { dialog: 'isDialogOpen', media: 'isMediaPlaying', panel: 'isPanelOpen', consent: 'hasConsent', view: 'isInView' };
  if (what in around && (first === 'on' || first === 'off')) return { at, change: { [around[what]]: first === 'on' } };
  if (['taken', 'dismissed', 'passed', 'refused', 'off'].includes(what)) return { at, nudge: what };
  const noted = {
    page: () => {
      if (!needed('/checkout').startsWith('/')) throw new Error(`a page is its path, as in: ${second} page /checkout`);
      return { kind: 'page', path: first, product: others };
    },
    told: () => ({ kind: 'told', name: needed('order.delayed') && first, data: others.length > 0 ? factsOf(others.join(' ')) : {} }),
    active: () => ({ kind: 'active' }),
    typed: () => ({ kind: 'typed' }),
    leaving: () => ({ kind: 'leaving' }),
    scrolled: () => {
      const percent = Number(needed('60'));
      if (!(percent >= 0 && percent <= 100)) throw new Error(`how far down is 0 to 100 percent, as in: ${second} scrolled 60`);
      return { kind: 'scrolled', percent };
    },
    view: () => ({ kind: 'in-view', element: selector(needed('#payment')), isInView: true }),
    // Several stand one after another, which reads as one.
    error: () => ({ kind: 'field-error', field: first, on: others.join('') === '' ? [] : selector(others.join(' ')) && others }),
    rage: () => ({ kind: 'rage-click', on: first === '' ? [] : [selector(rest)] }),
    copied: () => ({ kind: 'copied-error', on: first === '' ? [] : [selector(rest)] }),
    searched: () => ({ kind: 'searched', text: needed('usb charger') }),
    unview: () => ({ kind: 'in-view', element: selector(needed('#payment')), isInView: false }),
    form: () => ({ kind: 'form', form: selector(needed('#order')), did: 'began' }),
    sent: () => ({ kind: 'form', form: selector(needed('#order')), did: 'submitted' }),
    followed: () => ({ kind: 'followed' }),
    asked: () => ({ kind: 'asked' }),
  }[what];
  if (noted === undefined) throw new Error(`"${what}" is nothing that happens; the list above has all that does`);
  return { at, noted: noted() };
}

function isSelector(text) {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}

/** What is told with an event. */
function factsOf(json) {
  try {
    const facts = JSON.parse(json);
    if (typeof facts === 'object' && facts !== null && !Array.isArray(facts)) return facts;
  } catch {
    // Said below, in plainer words.
  }
  throw new Error('what is told with an event stands in braces, names in quotes, as in: {"days": 3}');
}

/** What the facts have to be for a condition to hold, by their path: the plain comparisons of it. */
function factsFor(condition) {
  if (!Array.isArray(condition)) return {};
  const [operator, left, right] = condition;
  if (operator === '&&') return Object.assign({}, ...condition.slice(1).map(factsFor));
  if (operator === '||') return factsFor(left);
  if (!Array.isArray(left) || left[0] !== 'get') return {};
  // Two things that differ may be anything.
  if (operator === '!=' && Array.isArray(right)) return { [left[1]]: 'one', [right[1]]: 'another' };
  const value = {
    '==': () => right,
    '!=': () => `not ${right}`,
    '>': () => right + 1,
    '>=': () => right,
    '<': () => right - 1,
    '<=': () => right,
    in: () => (Array.isArray(right) ? right[1] : right),
  }[operator]?.();
  return value === undefined || Array.isArray(value) ? {} : { [left[1]]: value };
}

/** A session in which the nudge should show, for a start. */
function scriptFor({ trigger, when, pages = ['/'] }) {
  const { product, ...facts } = { ...factsFor(trigger.where), ...factsFor(when) };
  // What a shop tells of a subject is known as the customer's: "customer.laptop.watts" comes with an event of the laptop's.
  const subjects = Object.entries(facts)
    .map(([path, value]) => [/^customer\.[^.]+\./.test(path) ? path.replace('customer.', '') : path, value])
    .filter(([path]) => path.includes('.') && !path.startsWith('customer.'));
  const told = Map.groupBy(subjects, ([path]) => path.split('.', 1)[0]);
  const page = pages[0].replace(/^\*/, '').replaceAll('*', 'x') || '/';
  const wait = (seconds) => Array.from({ length: Math.ceil(seconds / 10) }, (_, index) => `${2 + index * 10} active`);
  const lines = {
    'time-on-page': () => [...wait(trigger.seconds), `${trigger.seconds + 4} active`],
    'time-on-element': () => [`2 view ${trigger.element}`, ...wait(trigger.seconds), `${trigger.seconds + 6} active`],
    scroll: () => [`3 scrolled ${trigger.percent}`],
    idle: () => [`${trigger.seconds + 2} active`],
    'exit-intent': () => ['6 leaving'],
    return: () => Array.from({ length: trigger.times - 1 }, (_, index) => `${(index + 1) * 20} page ${page}`),
    'back-and-forth': () =>
      Array.from({ length: trigger.times + 1 }, (_, index) => `${(index + 1) * 10} page /products/${index % 2} ${index % 2 ? 'b' : 'a'}`),
    'failed-search': () => Array.from({ length: trigger.times + 1 }, (_, index) => `${(index + 1) * 5} searched words ${index}`),
    'form-abandoned': () => [`2 form ${trigger.element}`, `${trigger.seconds + 6} active`],
    'field-error': () => Array.from({ length: trigger.times }, (_, index) => `${(index + 1) * 6} error field ${trigger.element ?? ''}`),
    'rage-click': () => [`4 rage ${trigger.element ?? ''}`],
    'copy-error': () => [`4 copied ${trigger.element ?? ''}`],
    'coupon-refused': () => ['4 told coupon.refused'],
    'out-of-stock': () => ['4 told stock.out'],
    event: () => Array.from({ length: trigger.times }, (_, index) => `${4 + index} told ${trigger.event} {"days": 3}`),
    date: () => [`3 told date.${trigger.date} {"on": "${new Date().toISOString().slice(0, 10)}"}`],
    absence: () => [`${(trigger.days + 1) * 86400} page ${page}`],
    'known-problem': () => [],
    'hot-topics': () => [],
  }[trigger.on]();
  const last = Number(/^\d+/.exec(lines.at(-1) ?? '0')?.[0] ?? 0);
  const known = Array.from(
    told,
    ([subject, pairs]) =>
      `1 told ${subject}.changed ${JSON.stringify(Object.fromEntries(pairs.map(([path, value]) => [path.slice(subject.length + 1), value])))}`,
  );
  return [`0 page ${page} ${product ?? ''}`.trim(), '1 active', ...known, ...lines, `${last + 5} active`].join('\n');
}

function chosen() {
  return nudges.find(({ id }) => id === choice.elements.nudge.value);
}

function showLook() {
  const { nudge, locale, theme, width } = Object.fromEntries(new FormData(choice));
  const frame = element('look');
  frame.width = width;
  frame.src = `/nudge-look.html?${new URLSearchParams({ nudge, locale, theme })}`;
}

async function load() {
  const { locale } = Object.fromEntries(new FormData(choice));
  const before = choice.elements.nudge.value;
  nudges = await (await fetch(`/nudge-lab/nudges/${encodeURIComponent(locale)}`)).json();
  choice.elements.nudge.replaceChildren(...nudges.map(({ id }) => new Option(id, id, false, id === before)));
  if (nudges.length === 0) return say('There are no nudges in this locale: write one as nudges/<id>.yaml.');
  if (session.elements.steps.value === written) writeSession();
  showLook();
  await run();
}

function writeSession() {
  const nudge = chosen();
  written = scriptFor(nudge);
  context = {};
  for (const [path, value] of Object.entries({ ...factsFor(nudge.trigger.where), ...factsFor(nudge.when) })) {
    const attribute = /^customer\.([^.]+)$/.exec(path)?.[1];
    if (attribute !== undefined) context.customer = { ...context.customer, [attribute]: value };
    else if (!path.includes('.') && path !== 'product') context[path] = value;
  }
  session.elements.steps.value = written;
}

/** What came of a replay; whatever was said before is gone. */
function say(text, ...timeline) {
  element('said').textContent = text;
  element('timeline').replaceChildren(...timeline);
}

async function run() {
  const nudge = chosen();
  if (nudge === undefined) return;
  let steps;
  try {
    steps = stepsOf(session.elements.steps.value);
  } catch (thrown) {
    return say(thrown.message);
  }
  const [hours, minutes] = session.elements.time.value.split(':').map(Number);
  const body = JSON.stringify({
    locale: choice.elements.locale.value,
    start: Date.now(),
    minuteOfDay: hours * 60 + minutes,
    context,
    steps,
  });
  const response = await fetch('/nudge-lab/replay', { method: 'POST', body });
  const frames = await response.json();
  if (!response.ok) return say(frames.message);
  say(outcomeOf(frames, nudge), ...frames.map((frame) => lineOf(frame, nudge)));
}

/** Whether a nudge shows in a session, and where it does not, how near it came. */
function outcomeOf(frames, { id }) {
  const own = frames.filter(({ shown }) => shown?.nudge === id);
  const times = own.map(({ at }) => timeOf(at)).join(', ');
  if (own.some(({ shown }) => shown.arm === 'hold-out')) return `"${id}" would show at ${times}, but this visitor is held out.`;
  if (own.length > 0) return `"${id}" shows at ${times}.`;
  const verdicts = frames.map((frame) => verdictIn(frame, id));
  const nearest = verdicts.findLast((verdict) => verdict !== undefined && verdict.state !== 'not-due') ?? verdicts.at(-1);
  return `"${id}" did not show: ${nearest === undefined ? 'nothing happens in this session' : saidOf(nearest)}.`;
}

function timeOf(at) {
  const days = Math.floor(at / 86_400_000);
  return `${days > 0 ? `day ${days + 1}, ` : ''}second ${((at % 86_400_000) / 1000).toLocaleString('en')}`;
}

function verdictIn({ verdicts }, id) {
  return verdicts.find(({ nudge }) => nudge === id);
}

function saidOf(verdict, shown) {
  return {
    'not-due': 'not due',
    barred: `due, but ${reasons[verdict?.bar] ?? verdict?.bar}`,
    due: 'due, but another is worth more',
    chosen: shown?.arm === 'hold-out' ? 'chosen, but this visitor is held out' : 'shows',
  }[verdict?.state];
}

/** What happened at a frame, in words. */
function happenedIn({ noted, change, nudge } = {}) {
  if (noted !== undefined) {
    const parts = Object.values(noted).filter((part) => typeof part !== 'object' || Object.keys(part).length > 0);
    return parts.map((part) => (typeof part === 'object' ? JSON.stringify(part) : part)).join(' ');
  }
  return change === undefined ? (nudge ?? 'time passes') : JSON.stringify(change);
}

/** One frame: when, what happened, what of the nudge. */
function lineOf(frame, { id }) {
  const { at, step, shown } = frame;
  const item = document.createElement('li');
  const verdict = verdictIn(frame, id);
  const value = verdict?.value === undefined ? '' : ` (value ${verdict.value.toFixed(2)})`;
  const what = document.createElement('strong');
  what.textContent = `${saidOf(verdict, shown)}${value}`;
  item.append(`${timeOf(at)} · ${happenedIn(step)} — `, what);
  if (shown && shown.nudge !== id) item.append(` · "${shown.nudge}" shows`);
  return item;
}

choice.addEventListener('change', ({ target }) => {
  if (target.name === 'locale') return load();
  showLook();
  if (target.name !== 'nudge') return;
  if (session.elements.steps.value === written) writeSession();
  run();
});
session.addEventListener('submit', (event) => {
  event.preventDefault();
  run();
});
element('recorded').addEventListener('click', async () => {
  const recorded = await (await fetch('/nudge-lab/recorded')).text();
  if (recorded === '') {
    say('Nothing is recorded yet: do something on a page first.');
    return;
  }
  session.elements.steps.value = recorded;
  await run();
});
element('anew').addEventListener('click', async () => {
  await fetch('/nudge-lab/recorded', { method: 'DELETE' });
  say('What you do from now on is recorded.');
});
element('own').addEventListener('click', () => {
  writeSession();
  run();
});
new EventSource('/builds').onmessage = async ({ data }) => {
  const { locales } = JSON.parse(data);
  const before = choice.elements.locale.value;
  choice.elements.locale.replaceChildren(...locales.map((locale) => new Option(locale, locale, false, locale === before)));
  await load();
};
