import { noPageFacts, type PageFacts } from '../../src/content/page-facts.ts';
export function readPage(_document: Document, url: string): PageFacts {
  return { ...noPageFacts, url };
}
