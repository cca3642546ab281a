// Native dialogs as the desk asks for them: files to open by purpose, a place to write to.
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter, type OpenDialogOptions } from 'electron';
import type { DeskDialogs, ExportFormat, FilePurpose } from '../src/hosts/desk/index.ts';

const ALL_FILES: FileFilter = { name: 'All Files', extensions: ['*'] };

interface Asked {
  readonly title: string;
  readonly buttonLabel: string;
  /** None for a folder. */
  readonly filters: FileFilter[] | null;
}

const PURPOSES: Readonly<Record<FilePurpose, Asked>> = {
  ledger: {
    title: 'Open Ledger',
    buttonLabel: 'Open',
    filters: [{ name: 'Ledger', extensions: ['ledger'] }, ALL_FILES],
  },
  objects: {
    title: 'Import',
    buttonLabel: 'Import',
    filters: [{ name: 'Stripe Objects', extensions: ['json', 'jsonl', 'ndjson'] }, ALL_FILES],
  },
  rates: {
    title: 'Import Rates',
    buttonLabel: 'Import',
    filters: [{ name: 'Exchange Rates', extensions: ['csv'] }, ALL_FILES],
  },
  logo: {
    title: 'Choose Logo',
    buttonLabel: 'Choose',
    filters: [{ name: 'Picture', extensions: ['png', 'jpg', 'jpeg', 'svg'] }],
  },
  backup_folder: { title: 'Choose Backup Folder', buttonLabel: 'Choose', filters: null },
};

const FORMATS: Readonly<Record<ExportFormat, FileFilter>> = {
  csv: { name: 'CSV', extensions: ['csv'] },
  xlsx: { name: 'Excel Workbook', extensions: ['xlsx'] },
  json: { name: 'JSON', extensions: ['json'] },
  ledger: { name: 'Ledger', extensions: ['ledger'] },
};

/** What the dialog for files of this purpose is given. */
export function openOptions(purpose: FilePurpose, isMany: boolean): OpenDialogOptions {
  const { title, buttonLabel, filters } = PURPOSES[purpose];
  if (filters === null) return { title, buttonLabel, properties: ['openDirectory', 'createDirectory'] };
  return { title, buttonLabel, filters, properties: ['openFile', ...(isMany ? (['multiSelections'] as const) : [])] };
}

/** The dialogs, as sheets of the window where there is one. */
export function nativeDialogs(window: () => BrowserWindow | null): DeskDialogs {
  return {
    openFiles: async (purpose, isMany) => {
      const options = openOptions(purpose, isMany);
      const owner = window();
      const chosen = await (owner === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(owner, options));
      return chosen.canceled ? [] : chosen.filePaths;
    },
    saveFile: async ({ suggestedName, format }) => {
      const isLedger = format === 'ledger';
      const options = {
        title: isLedger ? 'Save Ledger' : 'Export',
        buttonLabel: isLedger ? 'Save' : 'Export',
        defaultPath: join(app.getPath('documents'), suggestedName),
        filters: [FORMATS[format]],
        properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
      };
      const owner = window();
      const chosen = await (owner === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(owner, options));
      return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
    },
  };
}
