import { describe, expect, it } from 'vitest';
import type { GenerationModel } from '../protocol/generation-worker.ts';
import { type Device, ladderOf } from './ladder.ts';

const device: Device = { builtin: 'unavailable', gpu: true, f16: true, memory: 8, room: 10e9, savesData: false, hasRelay: false };
const model = (id: string, more: Partial<GenerationModel> = {}): GenerationModel => ({
  id,
  maker: 'webllm',
  url: 'https://shop.example/models/',
  files: [{ file: 'a.bin', bytes: 1000, sha256: 'a' }],
  ...more,
});
const kept = { model: model('kept'), kept: 1000 };
const absent = { model: model('absent'), kept: 0 };

describe('ladderOf', () => {
  it('climbs nothing where the site wants none', () => {
    expect(ladderOf('off', { ...device, builtin: 'available', hasRelay: true }, [kept], 'en')).toEqual({ rungs: [] });
  });

  it('takes what is on the device, the browser’s model first, and never offers in auto', () => {
    const { rungs, offer } = ladderOf('auto', { ...device, builtin: 'available' }, [absent, kept], 'en');
    expect(rungs.map((rung) => (rung.kind === 'own' ? rung.model.id : rung.kind))).toEqual(['builtin', 'kept']);
    expect(offer).toBeUndefined();
    expect(ladderOf('auto', device, [absent], 'en')).toEqual({ rungs: [] });
  });

  it('offers what can be fetched where the visitor may be asked, one that was begun first', () => {
    const begun = { model: model('begun', { files: [{ file: 'b.bin', bytes: 5000, sha256: 'b' }] }), kept: 300 };
    expect(ladderOf('ask', { ...device, savesData: true }, [absent, begun], 'en').offer).toMatchObject({
      model: { id: 'begun' },
      bytes: 5000,
      kept: 300,
      isCostly: true,
    });
    expect(ladderOf('ask', { ...device, builtin: 'downloadable' }, [absent], 'en').offer).toEqual({ kind: 'builtin' });
    expect(ladderOf('ask', { ...device, room: 500 }, [absent], 'en').offer).toBeUndefined();
  });

  it.each([
    ['without a graphics device', { gpu: false }, {}],
    ['without 16 bits where the model needs them', { f16: false }, { needsF16: true }],
    ['in a language that the model does not speak', {}, { languages: ['zh'] }],
    ['where memory is short', { memory: 2 }, { memory: 2e9 }],
  ])('passes over a model %s', (_, has: Partial<Device>, wants: Partial<GenerationModel>) => {
    expect(ladderOf('ask', { ...device, ...has }, [{ model: model('own', wants), kept: 1000 }], 'en')).toEqual({ rungs: [] });
  });

  it('keeps to one kind where the site says so', () => {
    expect(ladderOf('relay', { ...device, hasRelay: true, builtin: 'available' }, [kept], 'en').rungs).toEqual([{ kind: 'relay' }]);
    expect(ladderOf('builtin', device, [kept], 'en').rungs).toEqual([]);
    expect(ladderOf('webgpu', { ...device, builtin: 'available' }, [kept], 'en').rungs).toEqual([{ kind: 'own', model: kept.model }]);
  });
});
