import type { Watching } from './gather-signals.ts';
import { isEditable } from './presence.ts';

/** Forms that were begun and sent, and fields that were refused; never what was typed into them. */
export function watchForms({ note, signal, onChange, matching }: Watching, selectors: readonly string[]): void {
  const options = { signal, passive: true, capture: true } as const;
  const formsOf = (target: EventTarget | null) =>
    target instanceof Element ? selectors.filter((selector) => target.closest(selector)?.matches('form') === true) : [];
  addEventListener(
    'input',
    ({ target }) => {
      if (isEditable(target)) for (const form of formsOf(target)) note({ kind: 'form', form, did: 'began' });
    },
    options,
  );
  addEventListener(
    'submit',
    ({ target }) => {
      for (const form of formsOf(target)) note({ kind: 'form', form, did: 'submitted' });
    },
    options,
  );
  const refused = (field: Element) => note({ kind: 'field-error', field: nameOf(field), on: matching(field) });
  addEventListener('invalid', ({ target }) => target instanceof Element && refused(target), options);
  let marked = new Set<Element>();
  onChange(() => {
    const now = new Set(document.querySelectorAll('[aria-invalid="true"]'));
    for (const field of now) if (!marked.has(field)) refused(field);
    marked = now;
  });
}

function nameOf(field: Element): string {
  return field.getAttribute('name') ?? field.id ?? field.tagName;
}
