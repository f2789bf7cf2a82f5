import type { Content } from './content/unit.ts';
import { guideEngine } from './guide/guide-engine.ts';
import { tongues } from './guide/tongues/tongues.ts';
import { journeyEngine } from './journey/journey-engine.ts';
import { journeyTongues } from './journey/tongues/tongues.ts';
import { type Locale, languages } from './language/locale.ts';
import { buildPack } from './pack/build-pack.ts';
import { openBase } from './pack/open-base.ts';
import type { Encoder } from './retrieve/encoder.ts';
import type { Knowledge } from './retrieve/knowledge.ts';

/** What a visitor's device would search: the content built to a pack, and the shards of these locales opened again. */
export async function knowledgeOf(content: Content, locales: readonly Locale[], encoder?: Encoder): Promise<Knowledge> {
  const { manifest, files } = await buildPack(content, encoder === undefined ? {} : { encoder });
  const bases = locales.map((locale) => {
    const entry = manifest.locales[locale];
    if (entry === undefined) throw new RangeError(`the content has no ${locale}`);
    const bytes = (shard: { file: string } | undefined) => (shard === undefined ? undefined : files.get(shard.file));
    const [units, words] = [bytes(entry.units), bytes(entry.words)];
    if (units === undefined || words === undefined) throw new RangeError(`the pack has no shards of ${locale}`);
    return openBase(
      locale,
      'pack',
      {
        units,
        words,
        vectors: bytes(entry.vectors),
        classifier: bytes(entry.classifier),
        guides: bytes(entry.guides),
        journeys: bytes(entry.journeys),
        products: bytes(entry.products),
      },
      entry.calibration,
    );
  });
  const own = encoder === undefined ? {} : { encoder };
  if (manifest.tongues === undefined) return { bases, ...own };
  const data = new Map(languages.map((language) => [language, { ...tongues[language], journeys: journeyTongues[language] }]));
  return { bases, guides: { engine: guideEngine, tongues: data }, journeys: { engine: journeyEngine, tongues: data }, ...own };
}
