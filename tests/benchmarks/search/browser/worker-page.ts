import { proxy, wrap } from 'comlink';
import { emptyState } from '../../../../src/decide/state.ts';
import type { AnswerService, Setup } from '../../../../src/protocol/answer-worker.ts';
import type { Question } from '../questions.ts';

/** Figures of one worker from its start to its last answer. */
export interface WorkerRound {
  /** From the bytes in the worker's memory to the pack being open, or to MiniSearch's first answer. */
  readonly readyMilliseconds: number;
  /** Of each question, taken inside the worker. */
  readonly times: readonly number[];
  readonly right: number;
}

type AskWorker = (question: Question) => Promise<{ milliseconds: number; first: string | undefined }>;

const longestPass = 2000;
const fewestQuestions = 10;
const longestWarmUp = 500;
const started = 'bytes are there';

/** The answer worker as it ships, behind its own protocol. */
async function measureAnswerWorker(
  workerUrl: string,
  { packUrl, encoderUrl, locale }: Pick<Setup, 'packUrl' | 'encoderUrl' | 'locale'>,
  questions: readonly Question[],
): Promise<WorkerRound> {
  const worker = await startWorker(workerUrl);
  const service = wrap<AnswerService>(worker);
  const begun = performance.now();
  const setup = {
    ...(packUrl !== undefined && { packUrl }),
    encoderUrl,
    hubRuntimeUrl: '',
    replyEngine: { url: '', integrity: '' },
    guideEngine: { url: '', integrity: '' },
    journeyEngine: { url: '', integrity: '' },
    relayClient: { url: '', integrity: '' },
    redactor: { url: '', integrity: '' },
    locale,
    pageUrl: location.href,
    siteName: '',
    mayStore: false,
  };
  await service.prepare(
    setup,
    proxy(async () => ({ units: [] })),
  );
  await service.ready();
  const readyMilliseconds = performance.now() - begun;
  let turn = 0;
  const ask: AskWorker = async ({ text }) => {
    turn += 1;
    const context = { locale, now: '2025-06-01T12:00:00.000Z' };
    const taken = await service.take({ turn, input: { kind: 'question', text }, state: emptyState, needs: [], context });
    return { milliseconds: taken.milliseconds, first: taken.parts[0]?.decision.candidates[0]?.unit };
  };
  return { ...(await measure(worker, ask, questions)), readyMilliseconds };
}

async function measureMiniSearchWorker(workerUrl: string, questions: readonly Question[]): Promise<WorkerRound> {
  const worker = await startWorker(workerUrl);
  const ask: AskWorker = (question) =>
    new Promise((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }) => resolve(data);
      worker.postMessage(question);
    });
  const begun = performance.now();
  const [first] = questions;
  if (first !== undefined) await ask(first);
  const readyMilliseconds = performance.now() - begun;
  return { ...(await measure(worker, ask, questions)), readyMilliseconds };
}

async function startWorker(url: string): Promise<Worker> {
  const worker = new Worker(url, { type: 'module' });
  await new Promise<void>((resolve, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
    const onMessage = ({ data }: MessageEvent) => {
      if (data !== started) return;
      worker.removeEventListener('message', onMessage);
      resolve();
    };
    worker.addEventListener('message', onMessage);
  });
  return worker;
}

async function measure(worker: Worker, ask: AskWorker, questions: readonly Question[]): Promise<Omit<WorkerRound, 'readyMilliseconds'>> {
  const [firstQuestion] = questions;
  if (firstQuestion === undefined) throw new RangeError('there are no questions');
  await ask(firstQuestion);
  const warmFrom = performance.now();
  for (const question of questions) {
    if (performance.now() - warmFrom > longestWarmUp) break;
    await ask(question);
  }
  const times: number[] = [];
  let right = 0;
  const passFrom = performance.now();
  for (const question of questions) {
    if (times.length >= fewestQuestions && performance.now() - passFrom > longestPass) break;
    const { milliseconds, first } = await ask(question);
    times.push(milliseconds);
    if (first === question.entry) right += 1;
  }
  worker.terminate();
  return { times, right };
}

/** What the bench calls on the page. */
export const workerMeasures = { measureAnswerWorker, measureMiniSearchWorker };
export type WorkerMeasures = typeof workerMeasures;

Object.assign(globalThis, { workerMeasures });
