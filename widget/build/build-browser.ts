import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build, type InlineConfig, mergeConfig, type Plugin } from 'vite';
import { type Language, languages } from '../../src/language/locale.ts';
import { writeDeskPage } from './desk-page.ts';
import { hubLicences, webllmLicences } from './licences.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outDir = `${root}dist/browser`;

export interface BuiltFile {
  /** Relative to `dist/browser`. */
  readonly file: string;
  readonly integrity: string;
  readonly bytes: number;
  readonly brotli: number;
}

/**
 * Builds what browsers load into `dist/browser`. One after the other, because each knows the next by name and hash: the
 * answer worker (self-contained, so that it can start from a blob), what reads and tells pages, the element, the loader.
 * The desk finds the same files of the engine below its own address, where the relay serves them.
 */
export async function buildBrowser(): Promise<
  Record<
    | 'loader'
    | 'widget'
    | 'answer'
    | 'pageReader'
    | 'pageTeller'
    | 'guideEngine'
    | 'journeyEngine'
    | 'nudgeEngine'
    | 'tipsReport'
    | 'nudgeRelay'
    | 'nudgeRecorder'
    | 'relayClient'
    | 'redactor'
    | 'replyEngine'
    | 'assistant'
    | 'generation'
    | 'webllm'
    | 'offline'
    | 'hubRuntime'
    | 'desk'
    | `deskWords.${Language}`,
    BuiltFile
  >
> {
  await rm(outDir, { recursive: true, force: true });
  await cp(`${root}models/encoder/weights`, `${outDir}/encoder`, { recursive: true });
  const answer = await bundle('answer', 'workers/answer/answer.worker.ts', 'agent/answer-[hash].js', 'es');
  const hubRuntime = await bundleHubRuntime();
  const pageReader = await bundle('page reader', 'widget/page/page-facts.ts', 'agent/page-reader-[hash].js', 'es');
  const pageTeller = await bundle('page teller', 'src/content/page-units.ts', 'agent/page-teller-[hash].js', 'es');
  const journeyEngine = await bundle('journey engine', 'src/journey/journey-engine.ts', 'agent/journey-engine-[hash].js', 'es');
  const guideEngine = await bundle('guide engine', 'src/guide/guide-engine.ts', 'agent/guide-engine-[hash].js', 'es');
  const relayClient = await bundle('relay client', 'workers/relay/relay-client.ts', 'agent/relay-client-[hash].js', 'es');
  const redactor = await bundle('redactor', 'src/privacy/redact.ts', 'agent/redactor-[hash].js', 'es');
  const tipsReport = await bundle('tips report', 'widget/nudge/tips-report.ts', 'agent/tips-report-[hash].js', 'es');
  const nudgeEngine = await bundle('nudge engine', 'widget/nudge/start-nudges.ts', 'agent/nudge-engine-[hash].js', 'es', {
    __TIPS_REPORT__: { file: tipsReport.file.replace('agent/', './'), integrity: tipsReport.integrity },
  });
  const nudgeRelay = await bundle('nudge relay', 'workers/relay/nudge-relay.ts', 'agent/nudge-relay-[hash].js', 'es');
  const nudgeRecorder = await bundle('nudge recorder', 'widget/signals/record-signals.ts', 'nudge-recorder.js', 'es');
  const replyEngine = await bundle('reply engine', 'src/generate/reply-engine.ts', 'agent/reply-engine-[hash].js', 'es');
  const generation = await bundle('generation', 'workers/generation/generation.worker.ts', 'agent/generation-[hash].js', 'es');
  const webllm = await bundle('web-llm', 'models/generation/webllm-runtime.ts', 'webllm/runtime-[hash].js', 'es');
  await writeFile(`${outDir}/webllm/LICENSES.txt`, await webllmLicences());
  const assistant = await bundle('assistant', 'widget/generation/assistant.ts', 'agent/assistant-[hash].js', 'es');
  const widget = await bundle('widget', 'widget/edge-agent.ts', 'agent/widget-[hash].js', 'es', {
    __ANSWER_WORKER__: { file: answer.file.replace('agent/', './'), integrity: answer.integrity },
    __PAGE_READER__: { file: pageReader.file.replace('agent/', './'), integrity: pageReader.integrity },
    __PAGE_TELLER__: { file: pageTeller.file.replace('agent/', './'), integrity: pageTeller.integrity },
    __JOURNEY_ENGINE__: { file: journeyEngine.file.replace('agent/', './'), integrity: journeyEngine.integrity },
    __GUIDE_ENGINE__: { file: guideEngine.file.replace('agent/', './'), integrity: guideEngine.integrity },
    __RELAY_CLIENT__: { file: relayClient.file.replace('agent/', './'), integrity: relayClient.integrity },
    __REDACTOR__: { file: redactor.file.replace('agent/', './'), integrity: redactor.integrity },
    __NUDGE_ENGINE__: { file: nudgeEngine.file.replace('agent/', './'), integrity: nudgeEngine.integrity },
    __NUDGE_RELAY__: { file: nudgeRelay.file.replace('agent/', './'), integrity: nudgeRelay.integrity },
    __REPLY_ENGINE__: { file: replyEngine.file.replace('agent/', './'), integrity: replyEngine.integrity },
    __ASSISTANT__: { file: assistant.file.replace('agent/', './'), integrity: assistant.integrity },
    __GENERATION_WORKER__: { file: generation.file.replace('agent/', './'), integrity: generation.integrity },
    __WEBLLM__: `../${webllm.file}`,
    __OFFLINE_WORKER__: '../offline.js',
    __HUB_RUNTIME__: `../${hubRuntime.file}`,
  });
  const offline = await bundle('offline', 'workers/offline/offline.worker.ts', 'offline.js', 'iife');
  const loader = await bundle('loader', 'widget/loader/loader.ts', 'edge-agent.js', 'iife', {
    __WIDGET__: { file: `./${widget.file}`, integrity: widget.integrity },
  });
  const deskWords = await bundleDeskWords();
  const desk = await bundle('desk', 'widget/desk/desk.ts', 'desk/desk-[hash].js', 'es', {
    __ANSWER_WORKER__: { file: `./${answer.file}`, integrity: answer.integrity },
    __GUIDE_ENGINE__: { file: `./${guideEngine.file}`, integrity: guideEngine.integrity },
    __JOURNEY_ENGINE__: { file: `./${journeyEngine.file}`, integrity: journeyEngine.integrity },
    __RELAY_CLIENT__: { file: `./${relayClient.file}`, integrity: relayClient.integrity },
    __REDACTOR__: { file: `./${redactor.file}`, integrity: redactor.integrity },
    __REPLY_ENGINE__: { file: `./${replyEngine.file}`, integrity: replyEngine.integrity },
    __HUB_RUNTIME__: `./${hubRuntime.file}`,
    __DESK_WORDS__: Object.fromEntries(
      Object.entries(deskWords).map(([language, { file, integrity }]) => [language, { file: file.replace('desk/', './'), integrity }]),
    ),
  });
  await writeDeskPage(`${root}widget/desk`, `${outDir}/desk`, desk);
  return {
    loader,
    widget,
    answer,
    pageReader,
    pageTeller,
    guideEngine,
    journeyEngine,
    nudgeEngine,
    tipsReport,
    nudgeRelay,
    nudgeRecorder,
    relayClient,
    redactor,
    offline,
    hubRuntime,
    desk,
    ...(Object.fromEntries(Object.entries(deskWords).map(([language, file]) => [`deskWords.${language}`, file])) as Record<
      `deskWords.${Language}`,
      BuiltFile
    >),
    replyEngine,
    assistant,
    generation,
    webllm,
  };
}

/** The desk's words, a file for each language but the one that is built in. */
async function bundleDeskWords(): Promise<Partial<Record<Language, BuiltFile>>> {
  const files: Partial<Record<Language, BuiltFile>> = {};
  for (const language of languages.filter((each) => each !== 'en'))
    files[language] = await bundle(`desk words ${language}`, `widget/desk/words/${language}.ts`, `desk/words-${language}-[hash].js`, 'es');
  return files;
}

/**
 * What runs hub encoders, and beside it the compiled ONNX runtime for WebAssembly, which the script knows by its hash.
 * The same two files run in Node: nothing in them may take Node for what it is and look for a native runtime.
 */
async function bundleHubRuntime(): Promise<BuiltFile> {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm')));
  const sha256 = createHash('sha256').update(wasm).digest('hex');
  const file = `onnx-${sha256.slice(0, 16)}.wasm`;
  await mkdir(`${outDir}/hub`, { recursive: true });
  await writeFile(`${outDir}/hub/${file}`, wasm);
  await writeFile(`${outDir}/hub/LICENSES.txt`, await hubLicences());
  const define = { __ONNX_WASM__: { file, bytes: wasm.length, sha256 } };
  return bundle('hub runtime', 'models/hub/runtime.ts', 'hub/runtime-[hash].js', 'es', define, {
    // The kind without WebGPU: half the bytes, and the same vectors on every device.
    resolve: { alias: { 'onnxruntime-web/webgpu': 'onnxruntime-web/wasm' } },
    define: { process: 'undefined' },
    plugins: [
      {
        name: 'onnx-wasm-is-handed-in',
        enforce: 'pre',
        transform: (code, id) =>
          id.includes('onnxruntime-web')
            ? code.replaceAll('new URL("ort-wasm-simd-threaded.wasm",import.meta.url)', 'new URL("about:blank")')
            : undefined,
      },
    ],
  });
}

/** Builds what browsers load where that was not done yet. */
export async function ensureBuilt(): Promise<void> {
  if (!existsSync(`${outDir}/edge-agent.js`)) await buildBrowser();
}

/** Styles are written to be read; what indents them is not sent. */
const tightStyles: Plugin = {
  name: 'tight-styles',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('.styles.ts') ? code.replace(/([{};,>])\s*\n\s*/g, '$1').replace(/;(?=})/g, '') : undefined),
};

async function bundle(
  name: string,
  entry: string,
  fileName: string,
  format: 'es' | 'iife',
  define: Record<string, unknown> = {},
  adapt: InlineConfig = {},
): Promise<BuiltFile> {
  const config: InlineConfig = {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [tightStyles],
    define: Object.fromEntries(
      Object.entries({ 'process.env.NODE_ENV': 'production', ...define }).map(([key, value]) => [key, JSON.stringify(value)]),
    ),
    build: {
      outDir,
      emptyOutDir: false,
      target: ['chrome111', 'firefox114', 'safari16.4'],
      minify: true,
      modulePreload: false,
      lib: { entry: `${root}${entry}`, formats: [format], name: 'edgeAgentLoader' },
      rollupOptions: {
        output: { entryFileNames: fileName, codeSplitting: false, minify: true },
        // The engine's modules do nothing by themselves: of tables that only unused functions read nothing is kept.
        treeshake: { moduleSideEffects: (id: string) => !id.startsWith(`${root}src/`) },
      },
    },
  };
  await build(mergeConfig(config, adapt));
  const file = await builtFile(fileName);
  const bytes = await readFile(`${outDir}/${file}`);
  // The element names a dozen files by their hashes, and short ones leave room; the loader's stands in the shop's own page.
  const algorithm = format === 'iife' ? 'sha384' : 'sha256';
  return {
    file,
    integrity: `${algorithm}-${createHash(algorithm).update(bytes).digest('base64')}`,
    bytes: bytes.length,
    brotli: brotliCompressSync(bytes).length,
  };

  async function builtFile(pattern: string): Promise<string> {
    const [before = '', after = ''] = pattern.split('[hash]');
    const files = (await readdir(outDir, { recursive: true })).map((path) => path.replaceAll('\\', '/'));
    const found = files.find((path) => path.startsWith(before) && path.endsWith(after));
    if (found === undefined) throw new Error(`the build of ${name} made no ${pattern}`);
    return found;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = await buildBrowser();
  for (const [name, { file, bytes, brotli }] of Object.entries(files)) {
    console.log(`${name.padEnd(8)} ${file.padEnd(32)} ${String(bytes).padStart(8)} bytes ${String(brotli).padStart(7)} brotli`);
  }
  console.log(`\n<script src="…/edge-agent.js" integrity="${files.loader.integrity}" crossorigin="anonymous" async></script>`);
}
