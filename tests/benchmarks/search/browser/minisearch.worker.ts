import MiniSearch from 'minisearch';
import { type MiniSearchDocument, miniSearchOptions } from '../minisearch-options.ts';
import type { Question } from '../questions.ts';

/** MiniSearch in a worker, told what to do as the answer worker is: bytes, ready, questions. */
const parameters = new URL(self.location.href).searchParams;
const locale = parameters.get('locale') ?? 'en';
const bytes = await (await fetch(parameters.get('index') ?? '')).arrayBuffer();
let index: MiniSearch<MiniSearchDocument> | undefined;

self.addEventListener('message', ({ data: { text } }: MessageEvent<Question>) => {
  index ??= MiniSearch.loadJSON<MiniSearchDocument>(new TextDecoder().decode(bytes), miniSearchOptions(locale));
  const started = performance.now();
  const first = index.search(text)[0]?.id;
  self.postMessage({ first, milliseconds: performance.now() - started });
});

self.postMessage('bytes are there');
