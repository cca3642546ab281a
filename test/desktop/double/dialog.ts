// The system's dialogs, answered by the test beforehand. One that it did not expect fails it by name.
import { NotDoubled, only } from './absent.ts';
import { onCommand, problem, tell } from './seat.ts';

interface Scripted {
  readonly method: string;
  readonly answer: unknown;
}

const scripted: Scripted[] = [];
const CANCELED: Readonly<Record<string, unknown>> = {
  showOpenDialog: { canceled: true, filePaths: [] },
  showSaveDialog: { canceled: true, filePath: '' },
  showMessageBox: { response: 0, checkboxChecked: false },
  showOpenDialogSync: undefined,
  showSaveDialogSync: '',
  showMessageBoxSync: 0,
};

onCommand('scriptDialogs', ({ answers }: { answers: readonly Scripted[] }) => scripted.push(...answers));
onCommand('scriptedDialogs', () => scripted.length);

/** The answer to the next dialog; what was scripted for another kind is not it. */
function answered(method: string, args: readonly unknown[]): unknown {
  const options = args.findLast((one) => typeof one === 'object' && one !== null) ?? {};
  const shown = JSON.parse(JSON.stringify(args.length > 1 && typeof args[0] === 'string' ? args : options)) as unknown;
  tell('dialog', { method, options: shown });
  const next = scripted[0];
  if (next?.method !== method) {
    const why = next === undefined ? '' : `, where ${next.method} was expected`;
    problem(`a dialog that the test did not expect: ${method}${why} ${JSON.stringify(shown)}`);
    return CANCELED[method];
  }
  scripted.shift();
  const whole = CANCELED[method];
  return typeof whole === 'object' && typeof next.answer === 'object'
    ? { ...whole, canceled: false, ...next.answer }
    : next.answer;
}

function requireWindow(args: readonly unknown[]): void {
  const options = args.at(-1);
  if (typeof options !== 'object' || options === null) throw new NotDoubled('dialog without options');
}

const later =
  (method: string) =>
  async (...args: unknown[]): Promise<unknown> => {
    requireWindow(args);
    // A person takes at least a moment.
    await new Promise((resolve) => setTimeout(resolve, 1));
    return answered(method, args.slice(-1));
  };

export const dialog = only('dialog', {
  showOpenDialog: later('showOpenDialog'),
  showSaveDialog: later('showSaveDialog'),
  showMessageBox: later('showMessageBox'),
  showOpenDialogSync: (...args: unknown[]) => answered('showOpenDialogSync', args.slice(-1)),
  showSaveDialogSync: (...args: unknown[]) => answered('showSaveDialogSync', args.slice(-1)),
  showMessageBoxSync: (...args: unknown[]) => answered('showMessageBoxSync', args.slice(-1)),
  showErrorBox: (title: string, content: string) => {
    answered('showErrorBox', [title, content]);
  },
});
