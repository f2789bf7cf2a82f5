// One page with one nudge on it: what the lab shows in its frame.
const { searchParams } = new URL(location.href);
const locale = searchParams.get('locale') ?? 'en';
const nudge = await (await fetch(`/nudge-lab/nudges/${encodeURIComponent(locale)}`))
  .json()
  .then((all) => all.find(({ id }) => id === searchParams.get('nudge')));
document.documentElement.lang = locale;
document.documentElement.dir = /^(ar|fa|he|ur)\b/.test(locale) ? 'rtl' : 'ltr';
document.documentElement.style.colorScheme = searchParams.get('theme') ?? 'light';

// The thing that it stands in or beside, as near as its selector tells.
const selector = nudge?.place.element;
if (selector !== undefined) {
  const place = document.createElement('p');
  place.id = /#([\w-]+)/.exec(selector)?.[1] ?? '';
  place.className = [...selector.matchAll(/\.([\w-]+)/g)].map(([, name]) => name).join(' ');
  place.textContent = nudge.place.at === 'anchor' ? selector : '';
  document.body.append(place);
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
