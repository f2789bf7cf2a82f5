import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Bundle {
  readonly code: string;
  readonly bytes: number;
  readonly brotli: number;
}

/** Bundles and minifies a file with all that it imports, as the project's own files are. */
export async function bundleFile(file: URL): Promise<Bundle> {
  return bundle(fileURLToPath(file));
}

/** The same for a module that exists as text only. */
export async function bundleText(text: string): Promise<Bundle> {
  return bundle(`${root}entry.ts`, text);
}

export function sizeOf(bytes: Uint8Array): { bytes: number; brotli: number } {
  return { bytes: bytes.length, brotli: brotliCompressSync(bytes).length };
}

async function bundle(entry: string, text?: string): Promise<Bundle> {
  const output = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins:
      text === undefined
        ? []
        : [{ name: 'text', resolveId: (id) => (id === entry ? id : undefined), load: (id) => (id === entry ? text : undefined) }],
    build: {
      write: false,
      target: ['chrome111', 'firefox114', 'safari16.4'],
      minify: true,
      modulePreload: false,
      lib: { entry, formats: ['es'], fileName: 'entry' },
      rollupOptions: { output: { codeSplitting: false, minify: true } },
    },
  });
  const files = [output].flat().flatMap((each) => ('output' in each ? each.output : []));
  const code = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('\n');
  return { code, ...sizeOf(Buffer.from(code)) };
}
