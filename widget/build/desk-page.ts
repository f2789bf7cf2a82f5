import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';

interface Script {
  /** Relative to the folder with all that browsers load. */
  readonly file: string;
  readonly integrity: string;
}

/**
 * Writes the desk's page with its style sheet beside the desk's script: both known by name and hash, nothing inline.
 * @param from folder of the page's sources
 * @param to folder that the relay serves as `/desk/`
 */
export async function writeDeskPage(from: string, to: string, script: Script): Promise<void> {
  const [page, sheet] = await Promise.all([readFile(`${from}/index.html`, 'utf8'), readFile(`${from}/desk.css`)]);
  const sheetFile = `desk-${createHash('sha256').update(sheet).digest('base64url').slice(0, 8)}.css`;
  const files = new Map([
    ['href="./desk.css"', `href="./${sheetFile}" integrity="${integrityOf(sheet)}"`],
    ['src="./desk.ts"', `src="./${script.file.replace(/^.*\//, '')}" integrity="${script.integrity}"`],
  ]);
  let built = page;
  for (const [source, result] of files) {
    if (!built.includes(source)) throw new Error(`the desk's page has no ${source}`);
    built = built.replace(source, result);
  }
  await mkdir(to, { recursive: true });
  await Promise.all([writeFile(`${to}/${sheetFile}`, sheet), writeFile(`${to}/index.html`, built)]);
}

function integrityOf(bytes: Uint8Array): string {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}
