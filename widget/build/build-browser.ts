import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build, type InlineConfig } from 'vite';

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
 */
export async function buildBrowser(): Promise<Record<'loader' | 'widget' | 'answer' | 'pageReader' | 'pageTeller' | 'offline', BuiltFile>> {
  await rm(outDir, { recursive: true, force: true });
  await cp(`${root}models/encoder/weights`, `${outDir}/encoder`, { recursive: true });
  const answer = await bundle('answer', 'workers/answer/answer.worker.ts', 'agent/answer-[hash].js', 'es');
  const pageReader = await bundle('page reader', 'widget/page/page-facts.ts', 'agent/page-reader-[hash].js', 'es');
  const pageTeller = await bundle('page teller', 'src/content/page-units.ts', 'agent/page-teller-[hash].js', 'es');
  const widget = await bundle('widget', 'widget/edge-agent.ts', 'agent/widget-[hash].js', 'es', {
    __ANSWER_WORKER__: { file: answer.file.replace('agent/', './'), integrity: answer.integrity },
    __PAGE_READER__: { file: pageReader.file.replace('agent/', './'), integrity: pageReader.integrity },
    __PAGE_TELLER__: { file: pageTeller.file.replace('agent/', './'), integrity: pageTeller.integrity },
    __OFFLINE_WORKER__: '../offline.js',
  });
  const offline = await bundle('offline', 'workers/offline/offline.worker.ts', 'offline.js', 'iife');
  const loader = await bundle('loader', 'widget/loader/loader.ts', 'edge-agent.js', 'iife', {
    __WIDGET__: { file: `./${widget.file}`, integrity: widget.integrity },
  });
  return { loader, widget, answer, pageReader, pageTeller, offline };
}

async function bundle(
  name: string,
  entry: string,
  fileName: string,
  format: 'es' | 'iife',
  define: Record<string, unknown> = {},
): Promise<BuiltFile> {
  const config: InlineConfig = {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
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
      rollupOptions: { output: { entryFileNames: fileName, codeSplitting: false } },
    },
  };
  await build(config);
  const file = await builtFile(fileName);
  const bytes = await readFile(`${outDir}/${file}`);
  return {
    file,
    integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
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
