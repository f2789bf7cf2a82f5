// One page with one nudge on it: what the lab shows in its frame.
const { searchParams } = new URL(location.href);
const locale = searchParams.get('locale') ?? 'en';
const nudge = await (await fetch(`/nudge-lab/nudges/${encodeURIComponent(locale)}`))
  .json()
  .then((all) => all.find(({ id }) => id === searchParams.get('nudge')));
document.documentElement.lang = locale;
document.documentElement.dir = /^(ar|fa|he|ur)\b/.test(locale) ? 'rtl' : 'ltr';
document.documentElement.style.colorScheme = searchParams.get('theme') ?? 'light';

// The thing that it stands in or beside, as near as its selector tells, with what the selector says is around it.
const selector = nudge?.place.element;
if (selector !== undefined) {
  const parts = selector
    .split(',', 1)[0]
    .split(/[\s>+~]+/)
    .filter((part) => part !== '');
  const elements = parts.map(standIn);
  elements.reduce((around, inside) => {
    around.append(inside);
    return inside;
  }, document.body);
  if (nudge.place.at === 'anchor') elements.at(-1)?.append(selector);
}

/** An element that one part of a selector fits. */
function standIn(part) {
  const made = document.createElement(/^[a-z][\w-]*/i.exec(part)?.[0] ?? 'div');
  made.id = /#([\w-]+)/.exec(part)?.[1] ?? '';
  made.className = [...part.matchAll(/\.([\w-]+)/g)].map(([, name]) => name).join(' ');
  for (const [, name, value = ''] of part.matchAll(/\[([\w-]+)(?:[~|^$*]?=["']?([^"'\]]*)["']?)?\]/g)) made.setAttribute(name, value);
  return made;
}

const agent = document.createElement('edge-agent');
// Another address each time: what was closed in one look does not keep the next from showing.
const attributes = {
  pack: `/nudge-look/${Date.now()}/${encodeURIComponent(searchParams.get('nudge'))}/${locale}/manifest.json`,
  locale,
  consent: 'granted',
  offline: 'off',
  theme: searchParams.get('theme') ?? 'light',
};
for (const [name, value] of Object.entries(attributes)) agent.setAttribute(name, value);
document.body.append(agent);
const script = document.createElement('script');
script.src = '/edge-agent/edge-agent.js';
document.body.append(script);
