// The preview page of `edge-agent dev`: follows the builds and shows what the agent decided.
const agent = document.querySelector('edge-agent');
const settings = document.querySelector('#settings');
const element = (id) => document.querySelector(`#${id}`);

settings.addEventListener('input', () => {
  for (const [name, value] of new FormData(settings)) {
    if (value === '') agent.removeAttribute(name);
    else agent.setAttribute(name, String(value));
  }
});

agent.addEventListener('edge-agent-answer', ({ decision, reply, milliseconds }) => {
  element('decision').textContent = JSON.stringify({ ...decision, reason: reply.reason, milliseconds }, null, 2);
});

let version;
new EventSource('/builds').onmessage = ({ data }) => {
  const report = JSON.parse(data);
  element('build').textContent = report.version
    ? `${report.units} units in ${report.locales.join(', ')}; pack ${report.version}, built in ${report.seconds.toFixed(1)} s`
    : 'Not built: the version before stays until the content is mended.';
  if (report.site) element('site').textContent = report.site;
  showIssues(report.issues);
  showLocales(report.locales);
  // The agent looks for a new pack by itself once a minute; here it is told at once.
  if (report.version && version !== undefined && report.version !== version)
    agent.setAttribute('pack', `/pack/manifest.json?${report.version}`);
  version = report.version ?? version;
};

function showIssues(issues) {
  element('problems').hidden = issues.length === 0;
  element('issues').replaceChildren(
    ...issues.map(({ place, message, mend }) => {
      const item = document.createElement('li');
      const where = document.createElement('code');
      where.textContent = `${place.file}:${place.line}`;
      item.append(where, ` ${message} — ${mend}`);
      return item;
    }),
  );
}

function showLocales(locales) {
  const select = settings.elements.locale;
  const chosen = select.value;
  if (locales.length === 0) return;
  select.replaceChildren(...locales.map((locale) => new Option(locale, locale, false, locale === chosen)));
}
