// A small program of Electron, for the tests of the double itself: it is as permissive as its environment asks.
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  Notification,
  protocol,
  session,
  shell,
} from 'electron';

const wants = new Set((process.env.TOY ?? '').split(','));
const heard = [];
globalThis.electronToy = { app, BrowserWindow, dialog, session };

protocol.registerSchemesAsPrivileged([{ scheme: 'toy', privileges: { standard: true, secure: true } }]);
if (wants.has('enforced-sandbox')) app.enableSandbox();
if (wants.has('top-level-ready')) await app.whenReady();

app.on('second-instance', (_event, argv, folder, data) => heard.push(['second-instance', argv.slice(2), folder, data]));
app.on('open-url', (event, url) => heard.push(['open-url', url, event.defaultPrevented]));
for (const name of ['before-quit', 'will-quit', 'quit', 'window-all-closed']) {
  app.on(name, () => process.stdout.write(`${name}\n`));
}
app.on('window-all-closed', () => app.quit());
if (wants.has('slow-quit')) {
  app.once('will-quit', (event) => {
    event.preventDefault();
    setTimeout(() => app.quit(), 300);
  });
}

if (wants.has('lock') && !app.requestSingleInstanceLock({ from: 'toy' })) app.quit();
else void app.whenReady().then(open);

function open() {
  if (wants.has('missing')) app.setJumpList([]);
  if (wants.has('unknown-event')) app.on('gpu-process-gone', () => {});
  protocol.handle('toy', (request) => {
    const { pathname, host } = new URL(request.url);
    heard.push(['request', request.url, host]);
    if (pathname === '/script.js') {
      return new Response('window.scriptRan = true', { headers: { 'Content-Type': 'text/javascript' } });
    }
    if (pathname === '/moved') return new Response(null, { status: 302, headers: { Location: 'toy://home/arrived' } });
    return new Response(
      '<!doctype html><title>toy</title><script src="/script.js"></script><script>inlineRan = true</script><input id="file" type="file"><p>a page</p>',
      {
        headers: {
          'Content-Type': 'text/html',
          ...(wants.has('no-csp') ? {} : { 'Content-Security-Policy': "default-src 'none'; script-src 'self'" }),
        },
      },
    );
  });
  if (wants.has('handlers')) {
    session.defaultSession.setPermissionRequestHandler((_contents, permission, decide) => {
      heard.push(['permission', permission]);
      decide(false);
    });
    session.defaultSession.setPermissionCheckHandler((_contents, permission) => {
      heard.push(['check', permission]);
      return false;
    });
    session.defaultSession.webRequest.onBeforeRequest(({ url }, decide) => {
      heard.push(['before', url]);
      decide({ cancel: !url.startsWith('toy:') });
    });
  }
  ipcMain.handle('echo', (_event, ...args) => args);
  ipcMain.handle('heard', () => heard);
  ipcMain.handle('fails', () => {
    throw new TypeError('no such luck');
  });
  ipcMain.handle('uncloneable', () => ({ call: () => 1 }));
  ipcMain.handle('sender', (event) => [event.senderFrame.url, event.senderFrame === event.sender.mainFrame]);
  ipcMain.handle('second-handler', () => {
    try {
      ipcMain.handle('echo', () => 0);
      return null;
    } catch (error) {
      return error.message;
    }
  });
  ipcMain.handle('dialog', () => dialog.showOpenDialog({ properties: ['openFile'] }));
  ipcMain.handle('notify', () => new Notification({ title: 'Done', body: 'All of it' }).show());
  ipcMain.handle('theme', () => nativeTheme.shouldUseDarkColors);
  ipcMain.handle('external', (_event, url) =>
    shell.openExternal(url).then(
      () => 'opened',
      (error) => error.message,
    ),
  );
  ipcMain.handle('window-option', (_event, options) => {
    try {
      return new BrowserWindow(options).id;
    } catch (error) {
      return error.message;
    }
  });
  ipcMain.on('tell', (_event, text) => heard.push(['tell', text]));
  ipcMain.on('ask', (event, text) => {
    event.returnValue = `${text}!`;
  });
  ipcMain.on('echo-back', (event, ...args) => event.sender.send('echoed', ...args));
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: '&File',
        submenu: [
          { label: 'Note', accelerator: 'CommandOrControl+Shift+J', click: () => heard.push(['menu', 'note']) },
          { label: 'Off', enabled: false, click: () => heard.push(['menu', 'off']) },
          { role: 'quit' },
        ],
      },
      { role: 'viewMenu' },
    ]),
  );
  const window = new BrowserWindow({
    width: 900,
    height: 600,
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      ...(wants.has('no-sandbox') ? { sandbox: false } : {}),
      ...(wants.has('no-isolation') ? { contextIsolation: false } : {}),
      ...(wants.has('node') ? { nodeIntegration: true } : {}),
    },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    heard.push(['gone', reason]);
    window.webContents.reload();
  });
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    window.webContents.on(name, (event) => {
      heard.push([name, event.url]);
      if (wants.has('stay')) event.preventDefault();
    });
  }
  if (wants.has('stay'))
    window.webContents.setWindowOpenHandler(({ url }) => {
      heard.push(['open', url]);
      return { action: 'deny' };
    });
  if (wants.has('keep-open')) window.on('close', (event) => event.preventDefault());
  void window.loadURL('toy://home/');
}
