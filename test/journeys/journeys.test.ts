// The same journeys through the browser door, the window on the double, and Electron itself where its binary is.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { electronBinary, electronReport } from '../desktop/real-electron.ts';
import { numberIn } from '../e2e/screen.ts';
import * as badInput from './bad-input.ts';
import { openBrowserSurface } from './browser-surface.ts';
import { Company, SAMPLE_NAME } from './company.ts';
import * as customers from './customers.ts';
import * as firstRun from './first-run.ts';
import { backupVerifies, exportsAreTheSame } from './handing-out.ts';
import * as overview from './overview.ts';
import * as revenue from './revenue.ts';
import { closeLedger, goTo, isOpen, openLedgerAt } from './steps.ts';
import type { Surface } from './surface.ts';
import { keysAreTold, viewStays } from './view.ts';
import { openDoubledSurface, openElectronSurface } from './window-surface.ts';

const company = new Company();
afterAll(() => company.remove());
console.info(electronReport());

describe.each([
  { name: 'browser', open: openBrowserSurface, makesSample: true, isAbsent: false },
  { name: 'double', open: openDoubledSurface, makesSample: false, isAbsent: false },
  { name: 'electron', open: openElectronSurface, makesSample: false, isAbsent: electronBinary() === null },
])('$name', ({ name, open, makesSample, isAbsent }) => {
  describe.skipIf(isAbsent)('journeys', () => {
    let surface: Surface;
    let own: firstRun.OwnLedger | null = null;

    const made = (): firstRun.OwnLedger => {
      if (own === null) throw new Error('no ledger was made');
      return own;
    };

    beforeAll(async () => {
      const home = company.userFolder(name);
      await company.makeSmall();
      if (!makesSample) {
        await company.keepSample();
        copyFileSync(company.sample, join(home, SAMPLE_NAME));
      }
      surface = await open(home);
    });
    afterAll(async () => await surface?.close());

    test('first run: the sample company', async () => {
      if (makesSample) {
        await firstRun.makeSample(surface);
        await company.keepSample(join(surface.home, SAMPLE_NAME));
      }
      await firstRun.openSample(surface);
      await closeLedger(surface);
    });

    test('first run: a ledger of one’s own, and its first import', async () => {
      own = await firstRun.newLedger(surface, join(surface.home, 'acme.ledger'));
      expect(await firstRun.importStripe(surface, company.objects)).toBe(await company.smallMrr());
      await closeLedger(surface);
    });

    test('the ledger opens by its recovery key alone', async () => {
      await firstRun.reopenByKey(surface, made());
      expect(await numberIn(surface.page.getByRole('link', { name: /^MRR:/ }))).toBe(await company.smallMrr());
    });

    test('a backup', () => backupVerifies(surface, made()));

    test('a synced folder is warned of', () => badInput.syncedFolderIsWarned(surface, company));

    test('the sample company is opened in its place', async () => {
      await openLedgerAt(surface, join(surface.home, SAMPLE_NAME));
      await isOpen(surface.page, SAMPLE_NAME);
      await goTo(surface, '/', 'Overview');
    });

    test('Overview: figures and tables', () => overview.figuresAreTheReport(surface, company));
    test('Overview: down to Stripe', () => overview.movementOpensToStripe(surface, company));
    test('Revenue: by plan', () => revenue.plansAreTheReport(surface, company));
    test('Revenue: in native currencies', () => revenue.currenciesAreTheReport(surface, company));
    test('Revenue: figures open their rows', () => revenue.cellsOpenTheirRows(surface));
    test('Customers: the list adds up', () => customers.listAddsUp(surface, company));
    test('Customers: narrowed and sorted', () => customers.listIsNarrowed(surface, company));
    test('Customers: one of them', () => customers.customerOpens(surface));
    test('the palette finds', () => customers.paletteFinds(surface, company));
    test('the view stays', () => viewStays(surface));
    test('the keys are told', () => keysAreTold(surface));
    test('exports', () => exportsAreTheSame(surface, company));
    test('settings: renamed, undone, changed elsewhere', () => customers.renameAndUndo(surface));
    test('bad input: no ledger', () => badInput.noLedgerIsRefused(surface, company));
    test('bad input: a link that leads nowhere', () => badInput.badLinkIsRefused(surface));
    test('bad input: a full disk', async ({ skip }) => {
      const why = await badInput.fullDiskIsTold(surface, company);
      if (why !== null) skip(why);
    });
    test('nothing was complained about, no stranger asked', () => {
      expect(surface.complaints()).toEqual([]);
      expect(surface.strangers()).toEqual([]);
    });
    test('a crash of the core', () => badInput.coreCrashIsSurvived(surface));
  });
});
