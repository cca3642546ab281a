// The connection to Chromium's debugging protocol: commands, and the events of each attached page.

type Params = Readonly<Record<string, unknown>>;
type Listener = (params: Params) => void;

interface Waiting {
  readonly method: string;
  resolve(result: Params): void;
  reject(error: Error): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Params;
  readonly result?: Params;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

export class Chromium {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, Listener[]>();
  #lastId = 0;
  #isClosed = false;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Message));
    socket.addEventListener('close', () => {
      this.#isClosed = true;
      for (const { method, reject } of this.#waiting.values()) reject(new Error(`${method}: the browser is gone`));
      this.#waiting.clear();
    });
  }

  static async connect(endpoint: string): Promise<Chromium> {
    const socket = new WebSocket(endpoint);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error(`no browser answers at ${endpoint}`)));
    });
    return new Chromium(socket);
  }

  send(method: string, params: Params = {}, sessionId?: string): Promise<Params> {
    if (this.#isClosed) return Promise.reject(new Error(`${method}: the browser is gone`));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
    });
  }

  on(method: string, listener: Listener, sessionId = ''): void {
    const key = `${sessionId} ${method}`;
    this.#listeners.set(key, [...(this.#listeners.get(key) ?? []), listener]);
  }

  close(): void {
    this.#socket.close();
  }

  #receive({ id, method, params, result, error, sessionId }: Message): void {
    if (id === undefined) {
      for (const listener of this.#listeners.get(`${sessionId ?? ''} ${method}`) ?? []) listener(params ?? {});
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error !== undefined) waiting?.reject(new Error(`${waiting.method}: ${error.message}`));
    else waiting?.resolve(result ?? {});
  }
}

/** One attached page or worker of the browser. */
export class Attached {
  readonly chromium: Chromium;
  readonly sessionId: string;
  readonly targetId: string;

  constructor(chromium: Chromium, sessionId: string, targetId: string) {
    this.chromium = chromium;
    this.sessionId = sessionId;
    this.targetId = targetId;
  }

  send(method: string, params: Params = {}): Promise<Params> {
    return this.chromium.send(method, params, this.sessionId);
  }

  on(method: string, listener: Listener): void {
    this.chromium.on(method, listener, this.sessionId);
  }
}
