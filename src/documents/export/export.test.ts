// Exports as a spreadsheet, a script and a full disk meet them.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { csvPieces, defused } from './csv.ts';
import { exportReport, type ExportReport } from './index.ts';
import { unzipped } from './unzip.testing.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const report: ExportReport = {
  envelope: { report: 'rows', currency: null, dataThrough: '2026-10-31' },
  columns: [
    { field: 'customerName', kind: 'text' },
    { field: 'effectiveOn', kind: 'day' },
    { field: 'currency', kind: 'text' },
    { field: 'amountMinor', kind: 'amount' },
    { field: 'customers', kind: 'integer' },
    { field: 'plans', kind: 'list' },
  ],
  rows: [
    {
      customerName: '=HYPERLINK("http://x","y")',
      effectiveOn: '2026-01-31',
      currency: 'USD',
      amountMinor: -1200,
      customers: 3,
      plans: ['Pro', 'Free'],
    },
    {
      customerName: 'Müller, "Söhne"\nGmbH',
      effectiveOn: null,
      currency: 'JPY',
      amountMinor: 1980,
      customers: 0,
      plans: [],
    },
    { customerName: null, effectiveOn: '2026-02-01', currency: 'KWD', amountMinor: null, customers: -1, plans: ['@x'] },
  ],
};

describe('CSV', () => {
  it("is RFC 4180 with amounts in major units of the row's currency", () => {
    expect([...csvPieces(report)].join('')).toBe(
      [
        'customerName,effectiveOn,currency,amount,customers,plans',
        '"\'=HYPERLINK(""http://x"",""y"")",2026-01-31,USD,-12.00,3,Pro; Free',
        '"Müller, ""Söhne""\nGmbH",,JPY,1980,0,',
        ",2026-02-01,KWD,,-1,'@x",
        '',
      ].join('\r\n'),
    );
  });

  it.each(['=1+1', '+cmd', '-cmd|x', '@SUM(A1)', '\t=1', ' =1', '＝1', '|calc', '\r=1'])('defuses %j', (cell) => {
    expect(defused(cell)).toBe(`'${cell}`);
  });

  it.each(['-12.00', '+3', '12', 'Pro', '', 'a=b', 'x-y'])('leaves %j as it is', (cell) => {
    expect(defused(cell)).toBe(cell);
  });

  it('starts with the byte order mark only when asked', () => {
    expect([...csvPieces(report, true)].join('').charCodeAt(0)).toBe(0xfeff);
  });
});

describe('JSON', () => {
  it('holds the envelope in its order and rows in minor units', async () => {
    const out = join(folder, 'report.json');
    await exportReport(report, { format: 'json', out });
    const read = JSON.parse(readFileSync(out, 'utf8'));
    expect(Object.keys(read)).toEqual(['report', 'currency', 'dataThrough', 'rows']);
    expect(read.rows).toEqual([...report.rows]);
  });

  it('is whole without rows', async () => {
    const out = new PassThrough();
    const written = text(out);
    await exportReport({ ...report, rows: [] }, { format: 'json', out });
    out.end();
    expect(JSON.parse(await written)).toMatchObject({ rows: [] });
  });
});

describe('XLSX', () => {
  it('has typed cells, a frozen heading, and texts that are never formulas', async () => {
    const out = join(folder, 'report.xlsx');
    await exportReport(report, { format: 'xlsx', out });
    const sheet = unzipped(readFileSync(out)).get('xl/worksheets/sheet1.xml');
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('<v>-12</v>');
    expect(sheet).toMatch(/state="frozen"/);
  });
});

describe('a file', () => {
  it('replaces what was there only when it is whole', async () => {
    const out = join(folder, 'report.csv');
    writeFileSync(out, 'before');
    const failing = {
      ...report,
      rows: (function* rows() {
        yield { currency: 'USD' };
        throw new RangeError('no more');
      })(),
    };
    await expect(exportReport(failing, { format: 'csv', out })).rejects.toThrow('no more');
    expect(readFileSync(out, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['report.csv']);
  });

  it.each([
    ['absent/report.csv', 'does not exist'],
    ['.', 'it is a folder'],
    ['file/report.csv', 'is not a folder'],
  ])('refuses %s clearly', async (path, reason) => {
    writeFileSync(join(folder, 'file'), '');
    await expect(exportReport(report, { format: 'csv', out: join(folder, path) })).rejects.toMatchObject({
      code: 'file_unwritable',
      what: expect.stringContaining(reason),
    });
  });

  it('ends quietly when the reader of standard output leaves', async () => {
    const out = new PassThrough();
    const rows = Array.from({ length: 20_000 }, () => ({
      customerName: 'x'.repeat(50),
      currency: 'USD',
      amountMinor: 1,
      customers: 1,
    }));
    setTimeout(() => out.destroy(Object.assign(new Error('gone'), { code: 'EPIPE' })), 5);
    await exportReport({ ...report, rows }, { format: 'csv', out });
  });
});
