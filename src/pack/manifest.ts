import * as v from 'valibot';
import type { Policy } from '../decide/decide.ts';
import type { ReturnPlace } from '../journey/journey.ts';
import { type Language, type Locale, spokenLanguage } from '../language/locale.ts';
import type { Rights } from '../policy/rights.ts';
import type { RiskLimits } from '../policy/risk.ts';
import { EdgeAgentError } from '../protocol/errors.ts';

/** The pack's table of contents, `manifest.json`: the one file whose name stays the same from version to version. */
const shardSchema = v.object({
  /** Address relative to the manifest; the name contains the hash, so the file never changes. */
  file: v.pipe(v.string(), v.regex(/^[\w.-]+$/)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const calibrationSchema = v.object({
  /** Weights of the features of `confidence.ts` for "the first candidate is right", bias first, in their order there. */
  weights: v.array(v.number()),
  /** The same for "one of the first three is right". */
  offerWeights: v.array(v.number()),
  /** Answer from this confidence on, 0 to 1. */
  answerFrom: v.number(),
});

const contactSchema = v.object({
  email: v.optional(v.string()),
  phone: v.optional(v.string()),
  url: v.optional(v.string()),
  hours: v.optional(v.record(v.string(), v.string())),
});

/** A model that is run by transformers.js: where its files lie, and how texts are put to it. */
export const hubModelSchema = v.object({
  /** Address of the folder with the files, relative to the manifest, with a slash at its end. */
  url: v.string(),
  /** Precision of the weights. */
  dtype: v.picklist(['fp32', 'fp16', 'q8', 'int8', 'uint8', 'q4', 'q4f16', 'bnb4']),
  /** How the vectors of a text's tokens become one. */
  pooling: v.picklist(['mean', 'cls', 'last_token']),
  questionPrefix: v.string(),
  passagePrefix: v.string(),
  files: v.array(
    v.object({
      /** Path in the folder. */
      file: v.pipe(v.string(), v.regex(/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/)),
      bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    }),
  ),
});
export type HubModel = v.InferOutput<typeof hubModelSchema>;

export const manifestSchema = v.object({
  format: v.literal(1),
  /** Hash over everything else in the manifest, so over the whole pack. */
  version: v.string(),
  site: v.object({ id: v.string(), name: v.string(), url: v.optional(v.string()), voice: v.optional(v.string()) }),
  defaultLocale: v.string(),
  contact: contactSchema,
  /** Decision rights: rules by action. Compiled by the build and covered by the version's hash, so not looked into again. */
  rights: v.optional(v.custom<Rights>((value) => typeof value === 'object' && value !== null)),
  /** How far the agent answers alone where something is at stake; compiled by the build, too. */
  risk: v.optional(v.custom<RiskLimits>((value) => typeof value === 'object' && value !== null)),
  /** What the site's things are called, by locale, the site's own name first. */
  terms: v.optional(v.array(v.record(v.string(), v.array(v.string()))), []),
  /** Ids of units to suggest before anything is asked. */
  suggestions: v.optional(v.array(v.string()), []),
  /** Units that many ask about in a time, in order. */
  hot: v.optional(
    v.array(
      v.object({ unit: v.string(), product: v.optional(v.array(v.string())), from: v.optional(v.string()), to: v.optional(v.string()) }),
    ),
  ),
  /** The encoder that made the vectors; null where the pack rests on words alone. */
  encoder: v.nullable(v.object({ id: v.string(), dimensions: v.number(), sha256: v.string(), hub: v.optional(hubModelSchema) })),
  /** Where returned things go. */
  places: v.optional(v.custom<readonly ReturnPlace[]>(Array.isArray)),
  /** Where there are guides or journeys: how people reply, and what the agent says in guides, by language. */
  tongues: v.optional(v.record(v.string(), shardSchema)),
  /** What tells of the visitor's mood, by language. */
  cues: v.optional(v.record(v.string(), shardSchema)),
  locales: v.record(
    v.string(),
    v.object({
      unitCount: v.number(),
      /** For questions that only words speak for, for those that have a vector too, and for those of them in another language. */
      calibration: v.object({
        words: calibrationSchema,
        vectors: v.optional(calibrationSchema),
        otherLanguage: v.optional(calibrationSchema),
      }),
      units: shardSchema,
      words: shardSchema,
      vectors: v.optional(shardSchema),
      classifier: v.optional(shardSchema),
      guides: v.optional(shardSchema),
      journeys: v.optional(shardSchema),
      products: v.optional(shardSchema),
      nudges: v.optional(shardSchema),
    }),
  ),
});

export type Manifest = v.InferOutput<typeof manifestSchema>;
export type LocaleEntry = Manifest['locales'][string];
export type ShardEntry = v.InferOutput<typeof shardSchema>;
export type Calibration = v.InferOutput<typeof calibrationSchema>;
export type Calibrations = LocaleEntry['calibration'];

/** What the site settles, and how it can be reached. */
export function policyOf({ contact, rights, risk, places }: Manifest): Policy {
  return { contact: contact as Policy['contact'], ...(rights && { rights }), ...(risk && { risk }), ...(places && { places }) };
}

/** What it takes to answer in one locale; nudges are the page's to load. */
export function shardsOf({ units, words, vectors, classifier, guides, journeys, products }: LocaleEntry): ShardEntry[] {
  return [units, words, vectors, classifier, guides, journeys, products].filter((shard) => shard !== undefined);
}

/** All shards of a pack. */
export function allShards({ locales, tongues, cues }: Manifest): ShardEntry[] {
  return [...Object.values(locales).flatMap(shardsOf), ...Object.values(tongues ?? {}), ...Object.values(cues ?? {})];
}

/** The languages in which guides need words for a visitor: the visitor's own, and those that the guides are in. */
export function tonguesFor({ tongues = {} }: Manifest, visitor: Locale, bases: readonly Locale[]): Language[] {
  return [...new Set([visitor, ...bases].map(spokenLanguage))].filter((language) => language in tongues);
}

/** Reads a manifest's text. Throws `pack-invalid` that says which field is wrong, `pack-version` for another format. */
export function readManifest(text: string): Manifest {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (thrown) {
    throw new EdgeAgentError('pack-invalid', 'the manifest is not JSON', { cause: thrown });
  }
  const format = typeof data === 'object' && data !== null && 'format' in data ? data.format : undefined;
  if (typeof format === 'number' && format !== 1) {
    throw new EdgeAgentError('pack-version', `the pack has format ${format}, this release reads format 1`);
  }
  const parsed = v.safeParse(manifestSchema, data);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    throw new EdgeAgentError('pack-invalid', `the manifest's ${v.getDotPath(issue) ?? 'top level'} is wrong: ${issue.message}`);
  }
  return parsed.output;
}
