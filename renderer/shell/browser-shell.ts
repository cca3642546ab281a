// The shell of the browser door: the browser's own file chooser and downloads.
import { TRPCClientError } from '@trpc/client';
import type { FilePurpose, HandedFile } from '../core/outputs.ts';
import { tell } from '../core/toasts.ts';
import type { Shell } from './shell.ts';

const ACCEPTED: Readonly<Record<FilePurpose, string>> = {
  ledger: '.ledger',
  objects: '.jsonl,.ndjson,.json',
  rates: '.csv',
  logo: '.png,.jpg,.jpeg,.svg',
  backup_folder: '',
};

export function browserShell(): Shell {
  return {
    isWindow: false,
    platform: platformOf(navigator.userAgent),
    chooseFiles: async (purpose) => handInAll(await chosenFiles(ACCEPTED[purpose], purpose === 'objects')),
    handIn: handInAll,
    exportReport: async ({ report, input, format }) => {
      const search = new URLSearchParams({ report, input: JSON.stringify(input) });
      await download(`/exports/${report}.${format}?${search}`, `${report}.${format}`);
    },
    onCommand: () => () => undefined,
  };
}

async function handInAll(files: readonly File[]): Promise<readonly HandedFile[]> {
  return Promise.all(files.map(handIn));
}

async function handIn(file: File): Promise<HandedFile> {
  const search = new URLSearchParams({ name: file.name });
  const response = await fetch(`/handed-in?${search}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  });
  if (!response.ok) throw await refusalIn(response);
  const handed: HandedFile = await response.json();
  return handed;
}

/** Writes the answer to a file of the browser; a refusal is raised, and then nothing is saved. */
async function download(address: string, name: string): Promise<void> {
  const response = await fetch(address);
  if (!response.ok) throw await refusalIn(response);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  tell({ what: `${link.download} is in the downloads of this browser` });
}

/** A door's refusal as the client of the procedures raises it, so that one reading of errors does for both. */
async function refusalIn(response: Response): Promise<Error> {
  const data = fieldOf(fieldOf(await response.json().catch(() => null), 'error'), 'data');
  const shape = { ...(typeof data === 'object' ? data : {}), httpStatus: response.status };
  return TRPCClientError.from({ error: { message: response.statusText, code: -32_000, data: shape } });
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function chosenFiles(accepted: string, isMultiple: boolean): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const chooser = document.createElement('input');
    chooser.type = 'file';
    chooser.accept = accepted;
    chooser.multiple = isMultiple;
    chooser.addEventListener('change', () => resolve([...(chooser.files ?? [])]));
    chooser.addEventListener('cancel', () => resolve([]));
    chooser.click();
  });
}

function platformOf(userAgent: string): Shell['platform'] {
  if (userAgent.includes('Mac')) return 'darwin';
  return userAgent.includes('Windows') ? 'win32' : 'linux';
}
