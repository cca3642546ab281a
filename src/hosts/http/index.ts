// The browser door: the screens and the procedures on 127.0.0.1, for the holder of one link.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CountinghouseError } from '../../kernel/index.ts';
import type { DeskHost } from '../desk/index.ts';
import { answerExport, isExportPath } from './exports.ts';
import { isForThisDoor, isFromOwnPage, setSafeHeaders } from './guards.ts';
import { HAND_IN_PATH, takeHandedIn } from './hand-in.ts';
import { sendNote, sendRefusal } from './messages.ts';
import { answerProcedures, isProcedurePath } from './procedure-endpoint.ts';
import { createSessions, type Sessions } from './session.ts';
import { screenFiles, type SendFile } from './screen-files.ts';

const ADDRESS = '127.0.0.1';
const HEADER_LIMIT_BYTES = 65_536;
const NO_SESSION = 'Open Countinghouse with the link that it printed when it started; each link works once.';

export interface Door {
  /** The one-time link. */
  readonly link: string;
  readonly port: number;
  /** Stops answering; open connections end. */
  close(): Promise<void>;
}

export interface DoorOptions {
  readonly desk: DeskHost;
  /** 0 for any free port. */
  readonly port: number;
  /** The folder of the built screens. */
  readonly screens: string;
}

/** Opens the door. Raises `unavailable` when the port is taken. */
export async function openDoor({ desk, port, screens }: DoorOptions): Promise<Door> {
  const sendFile = screenFiles(screens);
  const server = createServer({ maxHeaderSize: HEADER_LIMIT_BYTES });
  const opened = await listen(server, port);
  const sessions = createSessions(opened);
  server.on('request', (request, response) => {
    answer({ desk, sendFile, sessions, port: opened }, request, response).catch((error: unknown) => {
      // An answer that has begun cannot become another one.
      if (response.headersSent) return void response.destroy();
      if (error instanceof CountinghouseError) return sendRefusal(response, error);
      console.error(error);
      return sendRefusal(
        response,
        new CountinghouseError('unavailable', { what: 'Countinghouse failed at this on its own' }),
      );
    });
  });
  return {
    link: `http://${ADDRESS}:${opened}/open?token=${sessions.token}`,
    port: opened,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Site {
  readonly desk: DeskHost;
  readonly sendFile: SendFile;
  readonly sessions: Sessions;
  readonly port: number;
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  setSafeHeaders(response);
  if (!isForThisDoor(request, site.port)) {
    return sendNote(
      response,
      403,
      `Countinghouse answers at http://${ADDRESS}:${site.port} and to its own pages only.`,
    );
  }
  const url = URL.parse(`http://${ADDRESS}:${site.port}${request.url ?? '/'}`);
  if (url === null) return sendNote(response, 400, 'This address cannot be read.');
  if (url.pathname === '/open') return redeem(site.sessions, request, response, url);
  const isSignedIn = site.sessions.isOpen(request.headers.cookie);
  const answering = answererOf(url.pathname);
  if (answering !== null) {
    if (!isSignedIn)
      throw new CountinghouseError('not_signed_in', { what: 'This browser has no session', fix: NO_SESSION });
    if (!isFromOwnPage(request))
      throw new CountinghouseError('not_permitted', { what: 'Only pages of Countinghouse may ask this' });
    return await answering(site.desk, request, response, url);
  }
  if (!isSignedIn) return sendNote(response, 401, NO_SESSION);
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendNote(response, 405, 'Pages can only be read.');
  return site.sendFile(request, response);
}

type Answerer = (desk: DeskHost, request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** What answers at the address; null where there are pages and their files. */
function answererOf(pathname: string): Answerer | null {
  if (isProcedurePath(pathname)) return answerProcedures;
  if (isExportPath(pathname)) return answerExport;
  return pathname === HAND_IN_PATH ? takeHandedIn : null;
}

/** Turns the link into a session. A fetch ahead of the click does not use it up. */
function redeem(sessions: Sessions, request: IncomingMessage, response: ServerResponse, url: URL): void {
  if (request.method !== 'GET' || request.headers['sec-purpose'] !== undefined)
    return sendNote(response, 405, NO_SESSION);
  const cookie = sessions.redeem(url.searchParams.get('token'));
  if (cookie === null) {
    if (!sessions.isOpen(request.headers.cookie)) return sendNote(response, 401, NO_SESSION);
  } else {
    response.setHeader('Set-Cookie', cookie);
  }
  // A strict cookie does not follow a redirect that another site began, so the door's own page goes on from there.
  if (!isFromOwnPage(request))
    return sendNote(response, 200, 'Opening…', '<meta http-equiv="refresh" content="0; url=/">');
  response.writeHead(303, { Location: '/', 'Cache-Control': 'no-store' }).end();
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new CountinghouseError(
          'unavailable',
          {
            what:
              cause.code === 'EADDRINUSE'
                ? `Port ${port} is already in use`
                : `Port ${port} cannot be opened: ${cause.message}`,
            fix: 'Leave --port out, or name another one',
          },
          cause,
        ),
      ),
    );
    server.listen(port, ADDRESS, () => resolve(portOf(server.address())));
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('a listening server has a port');
}
