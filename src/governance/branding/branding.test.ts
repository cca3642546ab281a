// Branding: its texts and its logo, which is a picture by its bytes and only draws.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLedger, verifyLedger } from '../../ledger/index.ts';
import type { WritableLedger } from '../../ledger/index.ts';
import { memberFactKinds, peopleProjection } from '../people/index.ts';
import { brandingFactKinds, brandingOf, brandingProjection, changeBranding, LOGO_LIMIT_BYTES } from './index.ts';

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>');

const schema = {
  factKinds: [...brandingFactKinds, ...memberFactKinds],
  projections: [brandingProjection, peopleProjection],
};

describe('branding', () => {
  let folder: string;
  let path: string;
  let ledger: WritableLedger;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'branding-'));
    path = join(folder, 'b.ledger');
    ledger = await createLedger({ path, key: null, schema });
  });
  afterEach(async () => {
    await ledger.close();
    expect(await verifyLedger({ path, key: null, schema })).toMatchObject({ isIntact: true });
    rmSync(folder, { recursive: true });
  });

  test('is empty at first and changes only in what is named', async () => {
    expect(await brandingOf(ledger.read)).toMatchObject({ revision: 0, companyName: '', logo: null, lastChange: null });
    await changeBranding(ledger, 'owner', {
      revision: 0,
      texts: { companyName: 'Acme Ltd', addressLines: ['1 High Street', 'London'] },
      logo: PNG,
    });
    const first = await brandingOf(ledger.read);
    expect(first).toMatchObject({ companyName: 'Acme Ltd', logo: { mediaType: 'image/png', widthPx: 1, heightPx: 1 } });
    expect(Buffer.from(first.logo?.base64 ?? '', 'base64').equals(PNG)).toBe(true);
    const head = await ledger.head();
    const isChanged = await changeBranding(ledger, 'owner', {
      revision: first.revision,
      texts: { companyName: 'Acme Ltd' },
      logo: PNG,
    });
    expect(isChanged).toBe(false);
    await changeBranding(ledger, 'owner', { revision: first.revision, texts: { footer: 'Thank you' } });
    // A changed word does not store the picture again.
    expect((await ledger.head()).seq).toBe(head.seq + 1);
    const second = await brandingOf(ledger.read);
    expect(second).toMatchObject({ companyName: 'Acme Ltd', footer: 'Thank you', logo: { sizeBytes: PNG.length } });
    await changeBranding(ledger, 'owner', { revision: second.revision, texts: {}, logo: null });
    expect(await brandingOf(ledger.read)).toMatchObject({ footer: 'Thank you', logo: null });
  });

  test('refuses a change made from branding that is no longer so', async () => {
    await changeBranding(ledger, 'owner', { revision: 0, texts: { taxId: 'GB1' } });
    await expect(changeBranding(ledger, 'owner', { revision: 0, texts: { taxId: 'GB2' } })).rejects.toMatchObject({
      code: 'stale_revision',
      what: expect.stringContaining('by the owner'),
    });
    expect((await brandingOf(ledger.read)).taxId).toBe('GB1');
  });

  test('refuses a logo that is too large or no picture, and changes nothing then', async () => {
    const large = Buffer.concat([PNG, Buffer.alloc(LOGO_LIMIT_BYTES)]);
    for (const logo of [large, Buffer.from('GIF89a......'), Buffer.from('<html></html>'), Buffer.alloc(0)]) {
      await expect(
        changeBranding(ledger, 'owner', { revision: 0, texts: { companyName: 'Acme' }, logo }),
      ).rejects.toMatchObject({ code: 'bad_input', where: 'logo' });
    }
    expect(await brandingOf(ledger.read)).toMatchObject({ revision: 0, companyName: '' });
  });

  test('takes an SVG that only draws', async () => {
    await changeBranding(ledger, 'owner', { revision: 0, texts: {}, logo: SVG });
    expect((await brandingOf(ledger.read)).logo).toMatchObject({
      mediaType: 'image/svg+xml',
      widthPx: 40,
      heightPx: 20,
    });
  });
});
