// Branding between the core and its form.
import { expect, it } from 'vitest';
import { brandingInput, brandingValues } from './branding-values.ts';

const STORED = brandingValues({
  revision: 3,
  companyName: 'Acme',
  addressLines: ['1 High Street', 'London'],
  email: '',
  taxId: '',
  accentColor: '#0b6159',
  footer: '',
  logo: { mediaType: 'image/png', base64: 'AAAA', sizeBytes: 3, widthPx: 1, heightPx: 1 },
  lastChange: null,
});

it('has lines as one text and the logo as an address that can be shown', () => {
  expect(STORED).toMatchObject({ addressLines: '1 High Street\nLondon', logo: 'data:image/png;base64,AAAA' });
});

it('sends lines that say something, and the logo only where it differs', () => {
  const sent = brandingInput({ ...STORED, addressLines: ' 1 High Street \n\nParis\n' }, STORED);
  expect(sent.addressLines).toEqual(['1 High Street', 'Paris']);
  expect(sent).not.toHaveProperty('logo');
  expect(brandingInput({ ...STORED, logo: '' }, STORED).logo).toBeNull();
  expect(brandingInput(STORED, { ...STORED, logo: '' }).logo).toEqual({ base64: 'AAAA' });
});
