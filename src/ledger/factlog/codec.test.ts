// Blocks give back what went in, the chain notices every change, and seals open with their own key alone.
import { createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chain, genesis, type Header } from './chain.ts';
import { BlockBuilder, openBlock } from './codec.ts';
import { seal, unseal } from './seal.ts';

const contents = fc.array(
  fc.record({ payload: fc.json(), sealed: fc.option(fc.uint8Array({ minLength: 1, maxLength: 60 })) }),
  { minLength: 1, maxLength: 40 },
);

describe('blocks', () => {
  it('give back payloads and sealed fields in order, one block after the other', () => {
    const builder = new BlockBuilder();
    fc.assert(
      fc.property(contents, (facts) => {
        for (const { payload, sealed } of facts) builder.add(payload, sealed === null ? null : Buffer.from(sealed));
        const opened = openBlock(builder.finish(), 1);
        expect(opened.map(({ payload, sealed }) => [payload.toString('utf8'), [...sealed]])).toEqual(
          facts.map(({ payload, sealed }) => [payload, [...(sealed ?? [])]]),
        );
      }),
    );
  });

  it('take payloads larger than a block', () => {
    const builder = new BlockBuilder();
    const large = JSON.stringify('Größe €'.repeat(100_000));
    builder.add('1', null);
    expect(builder.isFull).toBe(false);
    builder.add(large, null);
    expect(builder.isFull).toBe(true);
    expect(openBlock(builder.finish(), 1)[1]?.payload.toString('utf8')).toBe(large);
  });

  it('say so when they are damaged', () => {
    const builder = new BlockBuilder();
    builder.add(JSON.stringify({ text: 'some payload' }), Buffer.from('sealed'));
    const body = builder.finish();
    for (const harmed of [
      body.subarray(0, body.length - 1),
      body.subarray(0, 10),
      Buffer.from([9, 9]),
      Buffer.alloc(0),
    ]) {
      expect(() => openBlock(harmed, 7)).toThrow(
        expect.objectContaining({ code: 'ledger_corrupt', what: expect.stringContaining('7') }),
      );
    }
  });
});

describe('the chain', () => {
  const header: Header = {
    seq: 1,
    commitNo: 1,
    form: 'commit',
    batch: 1,
    recordedAt: 5,
    actor: 'import',
    effectiveAt: 4,
    kind: 'toy',
    version: 1,
    subject: 'a',
    person: null,
  };
  const content = { payload: Buffer.from('{"a":1}'), sealed: Buffer.from('xyz') };
  const hashOf = (changed: Partial<Header>, other = content) =>
    new Chain(genesis()).add({ ...header, ...changed }, other).toString('hex');

  it('differs for every part of a fact, and for what came before', () => {
    const hashes = [
      hashOf({}),
      hashOf({ seq: 2 }),
      hashOf({ commitNo: 2 }),
      hashOf({ form: 'append' }),
      hashOf({ batch: 2 }),
      hashOf({ recordedAt: 6 }),
      hashOf({ actor: 'stripe' }),
      hashOf({ effectiveAt: 5 }),
      hashOf({ kind: 'toys' }),
      hashOf({ version: 2 }),
      hashOf({ subject: 'b' }),
      hashOf({ person: 'p' }),
      hashOf({}, { ...content, payload: Buffer.from('{"a":2}') }),
      hashOf({}, { ...content, sealed: Buffer.from('xyZ') }),
      hashOf({}, { payload: Buffer.from('{"a":1}x'), sealed: Buffer.from('yz') }),
    ];
    const chain = new Chain(genesis());
    chain.add(header, content);
    hashes.push(chain.add(header, content).toString('hex'));
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(hashOf({})).toBe(hashes[0]);
  });
});

describe('seals', () => {
  const [key, other] = [createSecretKey(Buffer.alloc(32, 1)), createSecretKey(Buffer.alloc(32, 2))];

  it('open with the key and for the subject they were made with, alone', () => {
    const sealed = seal('{"name":"Ada"}', key, 'cus_1', Buffer.alloc(12, 3));
    expect(sealed.includes('Ada')).toBe(false);
    expect(unseal(sealed, key, 'cus_1')).toBe('{"name":"Ada"}');
    expect(() => unseal(sealed, other, 'cus_1')).toThrow(expect.objectContaining({ code: 'ledger_corrupt' }));
    expect(() => unseal(sealed, key, 'cus_2')).toThrow(expect.objectContaining({ code: 'ledger_corrupt' }));
  });
});
