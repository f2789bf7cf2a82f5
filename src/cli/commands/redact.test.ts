import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';

const command = new URL('../edge-agent.js', import.meta.url).pathname;

/** Runs `edge-agent redact` as its users do: a process of its own. */
function run(input: string, ...args: string[]): Promise<{ code: number | null; output: string; errors: string }> {
  return new Promise((resolve) => {
    const process_ = spawn(process.execPath, [command, 'redact', ...args]);
    let output = '';
    let errors = '';
    process_.stdout.on('data', (part) => {
      output += part;
    });
    process_.stderr.on('data', (part) => {
      errors += part;
    });
    process_.on('close', (code) => resolve({ code, output, errors }));
    process_.stdin.end(input);
  });
}

it('redacts line by line, with offsets in the text as it was', async () => {
  const { code, output } = await run(
    '{"id":1,"text":"card 4242 4242 4242 4242, a@x.com"}\n\n{"id":"b","text":"nothing here","locale":"en"}\n',
  );
  expect(code).toBe(0);
  expect(
    output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    {
      id: 1,
      text: 'card [card], [email]',
      found: [
        { type: 'card', start: 5, end: 24 },
        { type: 'email', start: 26, end: 33 },
      ],
    },
    { id: 'b', text: 'nothing here', found: [] },
  ]);
}, 60_000);

it('takes out addresses where asked to', async () => {
  const { output } = await run('{"id":1,"text":"to 12 Baker Street, London"}\n', '--addresses');
  expect(JSON.parse(output)).toMatchObject({ text: 'to [address]' });
}, 60_000);

it('names the line that is wrong', async () => {
  const { code, errors } = await run('{"id":1,"text":"fine"}\n{"id":2}\n');
  expect(code).toBe(1);
  expect(errors).toContain('line 2: "text" is wrong');
  expect((await run('no json\n')).errors).toContain('line 1: not JSON');
  expect((await run('', 'file.txt')).code).toBe(2);
}, 60_000);
