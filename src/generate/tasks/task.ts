import type { GenerateRequest } from '../generator.ts';

/** What a model is asked besides replies, and how what it wrote is read. */
export interface Task extends Pick<GenerateRequest, 'messages' | 'mostTokens' | 'schema'> {
  /** What of the model's text can be kept; undefined where that is nothing. */
  read(text: string): string | undefined;
}
