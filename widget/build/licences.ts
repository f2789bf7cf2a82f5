import { readFile } from 'node:fs/promises';

/** The onnxruntime packages name their licence but do not carry its text. */
const onnxRuntime = `onnxruntime-web, onnxruntime-common

MIT License

Copyright (c) Microsoft Corporation

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

/** The licences of what the hub runtime is made of, as they ask to go along with it. */
export async function hubLicences(): Promise<string> {
  const names = ['transformers', 'tokenizers', 'jinja'].map((name) => `@huggingface/${name}`);
  return joined([...(await Promise.all(names.map((name) => licenceOf(name)))), onnxRuntime]);
}

/** The same for what runs web-llm's models. */
export async function webllmLicences(): Promise<string> {
  return joined(await Promise.all([licenceOf('@mlc-ai/web-llm'), licenceOf('loglevel', 'LICENSE-MIT')]));
}

async function licenceOf(name: string, file = 'LICENSE'): Promise<string> {
  const text = await readFile(new URL(`../../node_modules/${name}/${file}`, import.meta.url), 'utf8');
  return `${name}\n\n${text.trimEnd()}\n`;
}

function joined(texts: readonly string[]): string {
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}
