import { factsOf } from '../../src/nudge/signal.ts';
import type { Watching } from './gather-signals.ts';

const attribute = 'data-edge-agent-event';

/**
 * What the page tells by attributes: `<p data-edge-agent-event="order.delayed" data-edge-agent-data='{"days": 3}'>`,
 * once for each element and content, as soon as it is not hidden; and from its markup that what it sells is out of stock.
 */
export function watchTold({ note, onChange }: Watching): void {
  const told = new WeakMap<Element, string>();
  let offers = '';
  onChange(() => {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      if (element.closest('[hidden]') !== null) {
        told.delete(element);
        continue;
      }
      const name = element.getAttribute(attribute) ?? '';
      const data = element.getAttribute('data-edge-agent-data') ?? '';
      if (name === '' || told.get(element) === name + data) continue;
      told.set(element, name + data);
      note({ kind: 'told', name, data: factsOf(parsed(data)) });
    }
    const before = offers;
    offers = offersOnPage();
    if (offers !== before && isSoldOut(offers)) note({ kind: 'told', name: 'stock.out', data: {} });
  });
}

function parsed(json: string): unknown {
  try {
    return json === '' ? {} : JSON.parse(json);
  } catch {
    console.warn(`edge-agent: this is no JSON, and is passed over: ${json}`);
    return {};
  }
}

const availability = /"availability"\s*:\s*"(?:https?:\/\/schema\.org\/)?(\w+)"/g;

function offersOnPage(): string {
  return Array.from(document.querySelectorAll('script[type="application/ld+json"]'), ({ textContent }) => textContent).join(' ');
}

/** All offers of schema.org data are out of stock. */
function isSoldOut(offers: string): boolean {
  const states = [...offers.matchAll(availability)].map(([, state]) => state);
  return states.length > 0 && states.every((state) => state === 'OutOfStock' || state === 'SoldOut');
}
