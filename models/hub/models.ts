import type { HubModel } from '../../src/pack/manifest.ts';

type Settings = Pick<HubModel, 'dtype' | 'pooling' | 'questionPrefix' | 'passagePrefix'>;

/** What is known beforehand of a model on the hub; any other feature-extraction model works too. */
export interface KnownModel extends Settings {
  readonly id: string;
  readonly dimensions: number;
  readonly languages: string;
  readonly licence: string;
  /** All files together, rounded; `edge-agent models pull` shows the exact bytes before it downloads. */
  readonly megabytes: number;
}

/** Prefixes and pooling are those of the models' own cards. */
export const knownModels: readonly KnownModel[] = [
  {
    id: 'Xenova/multilingual-e5-small',
    dtype: 'q8',
    pooling: 'mean',
    questionPrefix: 'query: ',
    passagePrefix: 'passage: ',
    dimensions: 384,
    languages: 'about 100 languages',
    licence: 'MIT',
    megabytes: 135,
  },
  {
    id: 'Xenova/paraphrase-multilingual-MiniLM-L12-v2',
    dtype: 'q8',
    pooling: 'mean',
    questionPrefix: '',
    passagePrefix: '',
    dimensions: 384,
    languages: 'about 50 languages',
    licence: 'Apache-2.0',
    megabytes: 135,
  },
  {
    id: 'Xenova/all-MiniLM-L6-v2',
    dtype: 'q8',
    pooling: 'mean',
    questionPrefix: '',
    passagePrefix: '',
    dimensions: 384,
    languages: 'English',
    licence: 'Apache-2.0',
    megabytes: 24,
  },
  {
    id: 'Xenova/bge-small-en-v1.5',
    dtype: 'q8',
    pooling: 'cls',
    questionPrefix: 'Represent this sentence for searching relevant passages: ',
    passagePrefix: '',
    dimensions: 384,
    languages: 'English',
    licence: 'MIT',
    megabytes: 35,
  },
];

/** For a model that neither the table nor its own files say more about. */
export const usualSettings: Settings = { dtype: 'q8', pooling: 'mean', questionPrefix: '', passagePrefix: '' };

/** The model of the table with this id, or with this name alone (`all-MiniLM-L6-v2`). */
export function knownModel(name: string): KnownModel | undefined {
  return knownModels.find(({ id }) => id === name || id.endsWith(`/${name}`));
}

/** Ends of the names of a model's ONNX files, by the precision of their weights, as transformers.js has them. */
export const fileEnds: Readonly<Record<HubModel['dtype'], string>> = {
  q8: '_quantized',
  int8: '_int8',
  uint8: '_uint8',
  fp32: '',
  fp16: '_fp16',
  q4: '_q4',
  q4f16: '_q4f16',
  bnb4: '_bnb4',
};

const always = /^(?:config|tokenizer|tokenizer_config|config_sentence_transformers)\.json$|^1_Pooling\/config\.json$/;

/** Whether a file of a model's folder is needed with weights of this precision. */
export function isNeeded(file: string, dtype: HubModel['dtype']): boolean {
  const weights = `onnx/model${fileEnds[dtype]}.onnx`;
  return always.test(file) || file === weights || file.startsWith(`${weights}_data`);
}

/** The same for a model that writes text. */
export function isNeededToWrite(file: string, dtype: HubModel['dtype']): boolean {
  return isNeeded(file, dtype) || file === 'generation_config.json' || file === 'chat_template.jinja';
}

/** What a model's own files say of its pooling and prefixes, in the layout of sentence-transformers. */
export function settingsIn(files: ReadonlyMap<string, Uint8Array>): Partial<Settings> {
  const pooling = readJson(files.get('1_Pooling/config.json'));
  const { prompts } = readJson(files.get('config_sentence_transformers.json')) as { prompts?: Record<string, unknown> };
  const prompt = (...names: string[]) => names.map((name) => prompts?.[name]).find((text) => typeof text === 'string');
  const question = prompt('query');
  const passage = prompt('passage', 'document');
  return {
    ...(pooling.pooling_mode_cls_token === true && { pooling: 'cls' as const }),
    ...(pooling.pooling_mode_lasttoken === true && { pooling: 'last_token' as const }),
    ...(question !== undefined && { questionPrefix: question as string }),
    ...(passage !== undefined && { passagePrefix: passage as string }),
  };
}

function readJson(bytes: Uint8Array | undefined): Readonly<Record<string, unknown>> {
  const data: unknown = bytes === undefined ? undefined : JSON.parse(new TextDecoder().decode(bytes));
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
}
