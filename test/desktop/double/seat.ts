// The line between a doubled program and the test that started it: what the test asks, and what it is told.

type Fields = Readonly<Record<string, unknown>>;

interface Line {
  readonly kind: 'command' | 'answer';
  readonly id: number;
  readonly name?: string;
  readonly input?: unknown;
  readonly isOk?: boolean;
  readonly value?: unknown;
  readonly message?: string;
}

const commands = new Map<string, (input: never) => unknown>();
const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
const send = process.send?.bind(process);
let lastId = 0;

/** Names a command that the test may give. */
export function onCommand<Input>(name: string, perform: (input: Input) => unknown): void {
  commands.set(name, perform);
}

/** Tells the test that something happened. */
export function tell(event: string, fields: Fields = {}): void {
  send?.({ kind: 'event', event, ...fields });
}

/** Tells the test of something that must fail it unless it was expected. */
export function problem(text: string): void {
  tell('problem', { text });
}

/** Asks the test for something that only it has. */
export function askTest(name: string): Promise<unknown> {
  if (send === undefined) throw new Error('the double is started by a test, see test/desktop/app.ts');
  lastId += 1;
  const id = lastId;
  send({ kind: 'question', id, name });
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

/** Resolves when all that was told has left the process. */
export function allTold(): Promise<void> {
  return new Promise((resolve) => {
    if (send === undefined || !process.connected) resolve();
    else process.send?.({ kind: 'event', event: 'leaving' }, () => resolve());
  });
}

export function listenToTest(): void {
  process.on('message', (message) => {
    const line = message as Line;
    if (line.kind === 'answer') {
      const asked = waiting.get(line.id);
      waiting.delete(line.id);
      if (line.isOk === true) asked?.resolve(line.value);
      else asked?.reject(new Error(line.message));
      return;
    }
    void perform(line);
  });
  // Nobody is left who could end it.
  process.on('disconnect', () => process.exit(1));
}

async function perform({ id, name = '', input }: Line): Promise<void> {
  try {
    const command = commands.get(name);
    if (command === undefined) throw new Error(`the double knows no command "${name}"`);
    const value: unknown = await command(input as never);
    send?.({ kind: 'answer', id, isOk: true, value });
  } catch (error) {
    send?.({ kind: 'answer', id, isOk: false, message: error instanceof Error ? error.message : String(error) });
  }
}
