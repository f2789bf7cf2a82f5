// Put on any page of a shop that is being worked on, it records what happens there for the nudge lab, over page changes:
// <script type="module" src="http://localhost:8090/record.js"></script>
import { recordSignals } from './edge-agent/nudge-recorder.js';

const lab = new URL('/nudge-lab/', import.meta.url);
const agent = () => document.querySelector('edge-agent');
const locale = document.documentElement.lang || 'en';
const nudges = await (await fetch(new URL(`nudges/${encodeURIComponent(locale)}`, lab))).json();
const tell = (line) => fetch(new URL('recorded', lab), { method: 'POST', body: line, keepalive: true }).catch(() => {});

recordSignals(
  nudges.map(({ trigger }) => trigger),
  () => (agent()?.getAttribute('product') ?? '').split(/\s+/).filter((id) => id !== ''),
  tell,
  new AbortController().signal,
);
// What the page tells by track() passes the agent by on its way to the nudges.
customElements.whenDefined('edge-agent').then((Element) => {
  const { track } = Element.prototype;
  Element.prototype.track = function (name, data) {
    tell(`told ${name} ${JSON.stringify(data ?? {})}`);
    return track.call(this, name, data);
  };
});
