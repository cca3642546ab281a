// Which links of the system are followed, and which are refused.
import { describe, expect, it } from 'vitest';
import { isLink, placeOfLink } from './links.ts';

describe('a link of ours', () => {
  it.each([
    ['countinghouse://open', '/'],
    ['countinghouse://open/', '/'],
    ['countinghouse://open/revenue', '/revenue'],
    [
      'countinghouse://open/customers/cus_ABC123?period=12m&compare=year',
      '/customers/cus_ABC123?period=12m&compare=year',
    ],
    ['countinghouse://open/settings/appearance', '/settings/appearance'],
    // What the screens' own addresses leave unwritten in percents.
    [
      `countinghouse://open/customers?${new URLSearchParams({ search: "a*b-c_d.e ~('!)" })}`,
      '/customers?search=a*b-c_d.e+%7E%28%27%21%29',
    ],
    ['countinghouse://open/?show=rows&month=2026-01&group=price%3A1', '/?show=rows&month=2026-01&group=price%3A1'],
  ])('%s leads to %s', (link, place) => {
    expect(placeOfLink(link)).toBe(place);
  });
});

describe('a malformed link', () => {
  it.each([
    'countinghouse:',
    'countinghouse:open/revenue',
    'countinghouse://close/revenue',
    'countinghouse://open.example.com/',
    'countinghouse://someone@open/revenue',
    'countinghouse://open:80/revenue',
    'countinghouse://open/elsewhere',
    'countinghouse://open/customers/a/b',
    'countinghouse://open/../revenue',
    'countinghouse://open/revenue/..',
    'countinghouse://open/customers/%2e%2e',
    'countinghouse://open//revenue',
    'countinghouse://open/\\revenue',
    'countinghouse://open/revenue#part',
    'countinghouse://open/revenue?search=%E0%A4%A',
    'countinghouse://open/revenue?search=a%00b',
    'countinghouse://open/revenue?search=a%0Ab',
    'countinghouse://open/revenue?search=<script>',
    'countinghouse://open/revenue\n',
    'COUNTINGHOUSE://open/revenue',
    'https://open/revenue',
    `countinghouse://open/customers/${'a'.repeat(2048)}`,
  ])('%j is refused', (link) => {
    expect(placeOfLink(link)).toBeNull();
  });

  it('is still known as a link, not taken for the name of a file', () => {
    expect(isLink('CountingHouse:anything')).toBe(true);
    expect(isLink('countinghouse.ledger')).toBe(false);
  });
});
