import type { Corpus } from './corpus.ts';

/** An index as it would be published: bytes by file name. */
export type IndexFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** Answers a question; resolves to the id of the entry that comes first, undefined where none does. */
export type Ask = (question: string) => Promise<string | undefined>;

/** One of those that are compared. All index the same fields and hand out the same texts. */
export interface Contender {
  /** Left out where another one makes the index. */
  build?(corpus: Pick<Corpus, 'locale' | 'entries'>): Promise<IndexFiles>;
  /** Makes an index ready out of the bytes that `build` made. */
  open(files: IndexFiles, locale: string): Promise<Ask>;
}
