import type { Watching } from './gather-signals.ts';

/** What pages mark errors with. */
const errorPlaces = '[role="alert"], [aria-live="assertive"], .error, .alert, [class*="error" i], [data-error]';
/** Codes such as E12, ERR_TIMEOUT, 0x80070005, and the word itself in the agent's languages. */
const errorWords = /\b(?:E-?\d{1,4}|ERR_\w+|0x[0-9A-F]{4,})\b|error|fehler|erreur|erro\b|ошибк|错误|エラー|خطأ/iu;
const longestText = 500;

/** The text of an error is copied, to be looked up elsewhere; what it says stays where it is. */
export function watchCopies({ note, signal, matching }: Watching): void {
  addEventListener(
    'copy',
    () => {
      const selection = getSelection();
      const text = selection?.toString().slice(0, longestText) ?? '';
      const node = selection?.anchorNode ?? null;
      const element = node instanceof Element ? node : (node?.parentElement ?? null);
      if (element === null || text.trim() === '') return;
      if (element.closest(errorPlaces) !== null || errorWords.test(text)) note({ kind: 'copied-error', on: matching(element) });
    },
    { signal, passive: true, capture: true },
  );
}
