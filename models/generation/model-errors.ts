import { EdgeAgentError } from '../../src/protocol/errors.ts';

/** What a maker threw, by the name that the ladder knows it by. */
export function modelError(thrown: unknown, signal?: AbortSignal): EdgeAgentError {
  if (thrown instanceof EdgeAgentError) return thrown;
  if (signal?.aborted || (thrown instanceof Error && thrown.name === 'AbortError'))
    return new EdgeAgentError('cancelled', 'the generation was cancelled', { cause: thrown });
  const words = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  if (/device (?:was |is )?lost|DeviceLost|device.*destroyed|external Instance reference no longer exists/i.test(words))
    return new EdgeAgentError('gpu-lost', words, { cause: thrown });
  if (
    /out of memory|OutOfMemory|memory access out of bounds|allocation failed|QuotaExceeded|std::bad_alloc|RangeError: .*(?:buffer|memory)/i.test(
      words,
    )
  )
    return new EdgeAgentError('out-of-memory', words, { cause: thrown });
  return new EdgeAgentError('model-failed', words, { cause: thrown });
}
