import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PageError } from '../html-tree.ts';
import { importGuides } from './import-guides.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-guides-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const chart = (id: string, title: string, question: string, fix: string) => ({
  id,
  title,
  symptoms: [title],
  nodes: [
    { id: 'a', kind: 'question', text: question },
    { id: 'f', kind: 'fix', text: fix },
  ],
  edges: [{ from: 'a', to: 'f', label: 'OK' }],
});
const marked = chart(
  'marked',
  '<div class="schritt"><strong>The lamp is dark</strong></div>',
  '<span lang="de" data-schritt="einschalten">Is the lamp&nbsp;plugged in?</span><br/>',
  '<ul class="liste"><li>Plug the lamp in</li></ul>',
);
const english = chart('english', 'The kettle does not heat', 'Is the light on?', 'Fill the kettle with water.');
const german = chart('german', 'Die Waschmaschine schleudert nicht', 'Ist die Tür geschlossen?', 'Schließen Sie die Tür richtig.');

async function add(name: string, charts: unknown) {
  const file = join(folder, `${name}.json`);
  await writeFile(file, JSON.stringify(charts));
  return importGuides(file, join(folder, 'site'), { force: false });
}
const written = (path: string) => readFile(join(folder, 'site', path), 'utf8');
const locales = async () => /locales:\n((?: {2}- .*\n)+)/.exec(await written('edge-agent.yaml'))?.[1]?.match(/\w+/g);

describe('flowcharts that are imported as guides', () => {
  it('are in the language of their words, whatever markup stands between them', async () => {
    await add('charts', [marked, english]);
    expect(await locales()).toEqual(['en']);
    expect(await written('guides/marked.yaml')).not.toContain('locale:');
  });

  it('are each in a language of their own, which the settings list', async () => {
    await add('charts', [german, english]);
    expect(await locales()).toEqual(['de', 'en']);
    expect(await written('guides/english.yaml')).toContain('locale: en');
    expect(await written('guides/german.yaml')).not.toContain('locale:');
  });

  it('add their language to settings that an import wrote, and ask for it in those that a person edited', async () => {
    await add('first', english);
    expect(await add('second', german)).toMatchObject({ written: ['edge-agent.yaml', 'guides/german.yaml'], notes: [] });
    expect(await locales()).toEqual(['en', 'de']);
    await rm(join(folder, 'site'), { recursive: true });
    await add('first', english);
    const settings = `${await written('edge-agent.yaml')}# mine\n`;
    await writeFile(join(folder, 'site/edge-agent.yaml'), settings);
    expect((await add('second', german)).notes.join()).toContain('does not list de');
    expect(await written('edge-agent.yaml')).toBe(settings);
  });

  it('are refused where there are none', async () => {
    await expect(add('none', [])).rejects.toThrow(PageError);
    await expect(add('none', [])).rejects.toThrow('there is no flowchart in none.json');
  });
});
