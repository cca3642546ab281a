// Between a page of Chromium and its web contents: what happens in the one becomes events of the other, and messages of
// the preload world go to the main process and back.
import type { Attached } from './cdp.ts';
import { NotDoubled } from './absent.ts';
import { noteOpening } from './browser.ts';
import { toChromium } from './addresses.ts';
import { clipboardText } from './clipboard.ts';
import { WebFrameMain } from './frames.ts';
import { invoked, sent, sentSync } from './ipc-main.ts';
import { pressed } from './accelerators.ts';
import { tellScheme } from './native-theme.ts';
import { watchRequests } from './requests.ts';
import { problem } from './seat.ts';
import { checkPermission, requestPermission } from './session.ts';
import type { WebContents } from './web-contents.ts';
import { PRELOAD_WORLD, type Worlds } from './worlds.ts';

interface Said {
  readonly kind: string;
  readonly url: string;
  readonly id: number;
  readonly channel: string;
  readonly arguments: string;
  readonly permission: string;
  readonly isCheck: boolean;
  readonly isDark: boolean;
  readonly text: string;
  readonly message: string;
  readonly name: string;
  readonly member: string;
  readonly given: readonly unknown[];
  readonly details: object;
}

interface CallFrame {
  readonly callFrameId: string;
  readonly functionName: string;
}

interface FrameNow {
  readonly id: string;
  readonly parentId?: string;
  readonly url: string;
  readonly urlFragment?: string;
}

export class PageLink {
  readonly page: Attached;
  readonly #contents: WebContents;
  readonly #worlds: Worlds;
  readonly #isIsolated: boolean;
  readonly #frames = new Map<string, WebFrameMain>();
  #preloadContext: number | null = null;
  #loads = 0;

  constructor(page: Attached, contents: WebContents, worlds: Worlds, isIsolated: boolean) {
    this.page = page;
    this.#contents = contents;
    this.#worlds = worlds;
    this.#isIsolated = isIsolated;
    // A page's main frame has the id of its target.
    this.#frames.set(page.targetId, contents.mainFrame);
  }

  /** To be called before anything runs in the page. */
  async prepare(): Promise<void> {
    const { page } = this;
    const world = this.#isIsolated ? { worldName: PRELOAD_WORLD } : {};
    const bound = this.#isIsolated ? { executionContextName: PRELOAD_WORLD } : {};
    this.#listen();
    await Promise.all([
      page.send('Page.enable'),
      page.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      page.send('Network.enable'),
      page.send('Debugger.enable'),
      page.send('DOM.enable'),
      watchRequests(page, this.#contents, (frameId) => this.#frameOf(frameId)),
      page.send('Runtime.addBinding', { name: this.#worlds.binding, ...bound }),
      page.send('Page.addScriptToEvaluateOnNewDocument', { source: this.#worlds.mainScript }),
      page.send('Page.addScriptToEvaluateOnNewDocument', { source: this.#worlds.preloadScript, ...world }),
      page.send('Runtime.enable'),
    ]);
  }

  /** Hands the preload world a message; without a page there is nobody to hear it. */
  async tell(message: object): Promise<void> {
    await this.inPreload(
      `globalThis[${JSON.stringify(this.#worlds.receiver)}](${JSON.stringify(JSON.stringify(message))})`,
    );
  }

  /** Evaluates in the preload world, with what the preload script has in its scope. */
  async inPreload(expression: string): Promise<unknown> {
    if (this.#preloadContext === null) return undefined;
    const scope = `globalThis[${JSON.stringify(this.#worlds.receiver)}]('{"kind":"scope"}')`;
    const source = `(() => { const { require, process, ipcRenderer, contextBridge, webUtils } = ${scope}; return (${expression}); })()`;
    return evaluated(
      await this.page.send('Runtime.evaluate', {
        expression: source,
        contextId: this.#preloadContext,
        returnByValue: true,
        awaitPromise: true,
      }),
    );
  }

  async inPage(expression: string): Promise<unknown> {
    return evaluated(
      await this.page.send('Runtime.evaluate', {
        expression,
        returnByValue: true,
        awaitPromise: true,
        userGesture: true,
      }),
    );
  }

  /** Resolves when a page has finished loading after this call. */
  nextLoad(): Promise<void> {
    const before = this.#loads;
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.#loads > before) resolve();
        else this.#contents.once('did-finish-load', look);
      };
      look();
    });
  }

  #listen(): void {
    const { page } = this;
    const contents = this.#contents;
    const isMain = (frameId: unknown): boolean => frameId === page.targetId;
    page.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      this.#frames.set(String(frameId), new WebFrameMain(this.#frameOf(String(parentFrameId))));
    });
    page.on('Page.frameDetached', ({ frameId, reason }) => {
      if (reason !== 'swap') this.#frames.get(String(frameId))?.markGone();
    });
    page.on('Page.frameNavigated', ({ frame }) => {
      const { id, parentId, url, urlFragment = '' } = frame as FrameNow;
      this.#frameOf(id, parentId).moveTo(url + urlFragment);
      if (!isMain(id)) return;
      contents.emit('did-navigate', {}, contents.mainFrame.url, 200, 'OK');
    });
    page.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      this.#frameOf(String(frameId)).moveTo(String(url));
      contents.emit('did-navigate-in-page', {}, contents.mainFrame.url, isMain(frameId), 1, 1);
    });
    page.on('Page.frameRequestedNavigation', ({ frameId, url }) =>
      contents.askedElsewhere(this.#frameOf(String(frameId)), String(url)),
    );
    page.on('Page.windowOpen', ({ url }) => noteOpening(page.targetId, String(url)));
    page.on('Page.domContentEventFired', () => contents.emit('dom-ready', {}));
    page.on('Page.loadEventFired', () => {
      this.#loads += 1;
      contents.emit('did-finish-load', {});
      contents.emit('did-stop-loading', {});
      contents.wasPainted();
    });
    page.on('Page.lifecycleEvent', ({ name, frameId }) => {
      if (name === 'firstPaint' && isMain(frameId) && contents.mainFrame.url !== '') contents.wasPainted();
    });
    page.on('Inspector.targetCrashed', () => {
      this.#preloadContext = null;
      contents.crashed();
    });
    page.on('Runtime.executionContextCreated', ({ context }) => {
      const { id, name, auxData } = context as {
        id: number;
        name: string;
        auxData?: { frameId?: string; isDefault?: boolean };
      };
      const isOurs = this.#isIsolated ? name === PRELOAD_WORLD : auxData?.isDefault === true;
      if (isOurs && isMain(auxData?.frameId)) this.#preloadContext = id;
    });
    page.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#preloadContext) this.#preloadContext = null;
    });
    page.on('Runtime.consoleAPICalled', ({ type, args }) => {
      const text = (args as { value?: unknown; description?: string }[]).map(({ value, description }) =>
        String(value ?? description),
      );
      contents.emit('console-message', { level: type, message: text.join(' '), frame: contents.mainFrame });
    });
    page.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== this.#worlds.binding) return;
      void this.#hear(JSON.parse(String(payload)) as Said, Number(executionContextId)).catch((error: unknown) => {
        if (error instanceof NotDoubled) problem(error.message);
        else if (!/browser is gone|Session with given id|Cannot find context/.test(String(error))) throw error;
      });
    });
    page.on('Debugger.paused', ({ callFrames }) => void this.#stopped((callFrames as CallFrame[])[0]));
  }

  #frameOf(id: string, parentId?: string): WebFrameMain {
    const known = this.#frames.get(id);
    if (known !== undefined) return known;
    const frame = new WebFrameMain(parentId === undefined ? this.#contents.mainFrame : this.#frameOf(parentId));
    this.#frames.set(id, frame);
    return frame;
  }

  async #hear(said: Said, context: number): Promise<void> {
    const contents = this.#contents;
    contents.mainFrame.moveTo(said.url);
    const sender = { contents, frame: contents.mainFrame };
    const reply = async (fields: object): Promise<void> => {
      // A page that was left does not hear the answer, nor does the one after it.
      if (context !== this.#preloadContext) return;
      await this.tell({ kind: 'reply', id: said.id, ...fields });
    };
    switch (said.kind) {
      case 'invoke':
        return reply(await invoked(sender, said.channel, said.arguments));
      case 'send':
        return sent(sender, said.channel, said.arguments);
      case 'permission': {
        const details = said.details ?? {};
        const isGranted = said.isCheck
          ? checkPermission(contents, said.permission, details)
          : await requestPermission(contents, said.permission, details);
        return reply({ isGranted });
      }
      case 'readClipboard':
        return reply({ text: clipboardText() });
      case 'writeClipboard':
        clipboardText(said.text);
        return reply({});
      case 'key':
        return pressed(contents, said as never);
      case 'scheme':
        return tellScheme(said.isDark);
      case 'preloadError':
        console.error(`Unable to load preload script: ${said.message}`);
        contents.emit('preload-error', {}, '', new Error(said.message));
        return problem(`the preload script failed: ${said.message}`);
      default:
        return problem(`the double: the page said "${said.kind}"`);
    }
  }

  /** The page stands still in a call that waits for the main process: answers it, and lets it go on. */
  async #stopped(frame: CallFrame | undefined): Promise<void> {
    const { page } = this;
    if (frame?.functionName === 'doubleAsksNow') {
      const { callFrameId } = frame;
      const look = async (
        expression: string,
        returnByValue: boolean,
      ): Promise<{ value?: unknown; objectId?: string }> => {
        const { result } = await page.send('Debugger.evaluateOnCallFrame', { callFrameId, expression, returnByValue });
        return result as { value?: unknown; objectId?: string };
      };
      const question = JSON.parse(String((await look('question', true)).value)) as Said;
      const answer = await this.#answerNow(question, async () => (await look('file', false)).objectId).then(
        (value) => ({ isOk: true, value }),
        (error: unknown) => ({ isOk: false, message: error instanceof Error ? error.message : String(error) }),
      );
      await look(`answered.text = ${JSON.stringify(JSON.stringify(answer))}`, true);
    }
    await page.send('Debugger.resume');
  }

  async #answerNow(question: Said, file: () => Promise<string | undefined>): Promise<unknown> {
    const contents = this.#contents;
    switch (question.kind) {
      case 'pathOfFile': {
        const objectId = await file();
        // A file that a page made by itself lies nowhere.
        return (await this.page.send('DOM.getFileInfo', { objectId }))['path'] ?? '';
      }
      case 'sendSync':
        return sentSync({ contents, frame: contents.mainFrame }, question.channel, question.arguments);
      case 'checkNow':
        return checkPermission(contents, question.permission, {});
      case 'nodeNames':
        return Object.keys((await import(question.name)) as object);
      case 'node': {
        const module = (await import(question.name)) as Record<string, (...given: unknown[]) => unknown>;
        const answer = module[question.member]?.(...question.given);
        return typeof answer === 'object' && answer !== null ? String(answer) : answer;
      }
      default:
        throw new NotDoubled(`answer at once to "${question.kind}"`);
    }
  }

  async load(url: string): Promise<string | null> {
    const { errorText } = await this.page.send('Page.navigate', { url: toChromium(url) });
    return typeof errorText === 'string' ? errorText : null;
  }
}

function evaluated(answer: Readonly<Record<string, unknown>>): unknown {
  const { result, exceptionDetails } = answer as {
    readonly result: { readonly value?: unknown };
    readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
  };
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
