import { mkdir, writeFile } from 'node:fs/promises';

/** A shop whose questions and visitors use different words. */
export const smallShopTable = [
  'unit,locale,question,answer',
  'parking,en,Where is parking?,Behind the house.',
  'parking,en,parking nearby,',
  'opening-hours,en,What are the opening hours?,From nine to five.',
  'opening-hours,en,opening hours today,',
  'repair,en,Do you repair bicycles?,On Tuesdays.',
  'repair,en,bicycle repair,',
].join('\r\n');

/** For `writeTinyModel`: what the shop and its visitors say. */
export const tinyMeanings = [
  ['parking', 'garage', 'carport'],
  ['opening', 'hours', 'open'],
  ['repair', 'bicycles', 'bicycle', 'mend'],
  ['where', 'is', 'what', 'are', 'the', 'do', 'you', 'there', 'a', 'nearby', 'today'],
];

/** Values of one vector of the model. */
const dimensions = 32;

/**
 * Writes a model that transformers.js takes for a small BERT, without any download: a WordPiece tokenizer of whole words,
 * and an ONNX graph that only looks up a vector for each word.
 * @param meanings words that mean the same, in lower case; all words of one list have one vector
 */
export async function writeTinyModel(directory: string, meanings: readonly (readonly string[])[]): Promise<void> {
  const words = meanings.flatMap((list, meaning) => list.map((word) => ({ word, meaning })));
  const special = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];
  const vocab = Object.fromEntries([...special, ...words.map(({ word }) => word)].map((token, id) => [token, id]));
  const rows = [...special.map(() => new Array<number>(dimensions).fill(0)), ...words.map(({ meaning }) => vectorOf(meaning))];
  const files: Record<string, string | Uint8Array> = {
    'config.json': JSON.stringify({ model_type: 'bert', architectures: ['BertModel'], hidden_size: dimensions, vocab_size: rows.length }),
    'tokenizer_config.json': JSON.stringify({
      tokenizer_class: 'BertTokenizer',
      model_max_length: 128,
      pad_token: '[PAD]',
      unk_token: '[UNK]',
    }),
    'tokenizer.json': JSON.stringify({
      version: '1.0',
      added_tokens: special.map((content, id) => ({
        id,
        content,
        special: true,
        normalized: false,
        lstrip: false,
        rstrip: false,
        single_word: false,
      })),
      normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
      pre_tokenizer: { type: 'BertPreTokenizer' },
      post_processor: null,
      decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
      model: { type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 100, vocab },
    }),
    'onnx/model_quantized.onnx': lookUpGraph(rows),
  };
  await mkdir(`${directory}/onnx`, { recursive: true });
  for (const [file, content] of Object.entries(files)) await writeFile(`${directory}/${file}`, content);
}

/** What `writeTinyTextModel` puts at the end of every prompt: from there the model writes its text. */
const start = '<start>';

/**
 * Writes a model that transformers.js takes for a small GPT-2, without any download: the graph looks up which word follows
 * the last one.
 * @param sentence what it writes whatever it is asked, words separated by blanks, none of them twice
 */
export async function writeTinyTextModel(directory: string, sentence: string): Promise<void> {
  const tokens = ['[UNK]', '[END]', start, ...sentence.split(' ')];
  const end = 1;
  const follows = tokens.map((_, id) => (id < 2 ? end : id === tokens.length - 1 ? end : id + 1));
  const rows = follows.map((next) => tokens.map((_, id) => (id === next ? 10 : 0)));
  const special = [tokens[0], tokens[1], start].map((content, id) => ({
    id,
    content,
    special: true,
    normalized: false,
    lstrip: false,
    rstrip: false,
    single_word: false,
  }));
  const files: Record<string, string | Uint8Array> = {
    'config.json': JSON.stringify({
      model_type: 'gpt2',
      architectures: ['GPT2LMHeadModel'],
      vocab_size: tokens.length,
      n_embd: 1,
      n_head: 1,
      n_layer: 0,
      eos_token_id: end,
      bos_token_id: end,
    }),
    'generation_config.json': JSON.stringify({ eos_token_id: end }),
    'tokenizer_config.json': JSON.stringify({
      tokenizer_class: 'PreTrainedTokenizerFast',
      model_max_length: 4096,
      unk_token: '[UNK]',
      eos_token: '[END]',
      chat_template: `{% for message in messages %}{{ message.content }} {% endfor %}${start}`,
    }),
    'tokenizer.json': JSON.stringify({
      version: '1.0',
      added_tokens: special,
      normalizer: null,
      pre_tokenizer: { type: 'WhitespaceSplit' },
      post_processor: null,
      decoder: { type: 'WordPiece', prefix: '##', cleanup: false },
      model: {
        type: 'WordPiece',
        unk_token: '[UNK]',
        continuing_subword_prefix: '##',
        max_input_chars_per_word: 100,
        vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      },
    }),
    'onnx/model_quantized.onnx': lookUpGraph(rows, 'logits'),
  };
  await mkdir(`${directory}/onnx`, { recursive: true });
  for (const [file, content] of Object.entries(files)) await writeFile(`${directory}/${file}`, content);
}

/** Signs that the meaning decides (multiplicative hash, Knuth): vectors of two meanings are nearly at right angles. */
function vectorOf(meaning: number): number[] {
  let state = meaning + 1;
  return Array.from({ length: dimensions }, () => {
    state = Math.imul(state ^ (state >>> 15), 2654435761) + 1;
    return state & 0x10000 ? 1 : -1;
  });
}

/** `output = Gather(vectors, input_ids)`, in the protocol buffers of onnx.proto. */
function lookUpGraph(rows: readonly (readonly number[])[], output = 'last_hidden_state'): Uint8Array {
  const [float, int64] = [1, 7];
  const width = rows[0]?.length ?? 0;
  const value = (name: string, type: number, axes: readonly (string | number)[]) => {
    const shape = axes.flatMap((axis) => [message(1, typeof axis === 'number' ? number(1, axis) : text(2, axis))]);
    return [text(1, name), message(2, message(1, number(1, type), message(2, ...shape)))];
  };
  const raw = new Uint8Array(Float32Array.from(rows.flat()).buffer);
  const vectors = [number(1, rows.length), number(1, width), number(2, float), text(8, 'vectors'), field(9, raw)];
  const node = [text(1, 'vectors'), text(1, 'input_ids'), text(2, output), text(4, 'Gather')];
  const graph = [
    message(1, ...node),
    text(2, 'look-up'),
    message(5, ...vectors),
    message(11, ...value('input_ids', int64, ['batch', 'sequence'])),
    message(12, ...value(output, float, ['batch', 'sequence', width])),
  ];
  return Buffer.concat([number(1, 8), message(7, ...graph), message(8, number(2, 13))]);
}

function number(tag: number, value: number): Uint8Array {
  return Buffer.concat([varint(tag << 3), varint(value)]);
}

function text(tag: number, value: string): Uint8Array {
  return field(tag, Buffer.from(value));
}

function message(tag: number, ...fields: readonly Uint8Array[]): Uint8Array {
  return field(tag, Buffer.concat(fields));
}

function field(tag: number, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([varint((tag << 3) | 2), varint(bytes.length), bytes]);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Uint8Array.from([...bytes, rest]);
}
