import type { Finding } from '../../content/check/finding.ts';
import type { SourceFile } from '../../content/read-content.ts';

const unsafe = /\]\(\s*<?((?:javascript|vbscript|data|file|blob|ftp|about):[^)\s>]{0,60})/gi;

/** Links that readers drop, because they could run something or lead nowhere: their words stay, the author should know. */
export function checkUnsafeLinks(files: readonly SourceFile[]): Finding[] {
  return files
    .filter(({ path }) => /^units\/|\.csv$/i.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(unsafe)].map(
        ({ index, 1: href = '' }): Finding => ({
          level: 'warning',
          rule: 'unsafe-link',
          place: { file: path, line: text.slice(0, index).split(/\r\n|\r|\n/).length },
          message: `a link to ${href} is shown as plain words`,
          mend: 'Link to an address that starts with https:, mailto:, tel: or /.',
          units: [],
        }),
      ),
    );
}
