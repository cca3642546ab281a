// Reports as downloads: written whole first, so that nothing is sent of one that fails.
import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { CountinghouseError } from '../../kernel/index.ts';
import { exportInput } from '../../router/index.ts';
import type { DeskHost, ExportRequest } from '../desk/index.ts';

const PREFIX = '/exports/';

const CONTENT_TYPES: Readonly<Record<ExportRequest['format'], string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export function isExportPath(pathname: string): boolean {
  return pathname.startsWith(PREFIX);
}

/** Answers `GET /exports/NAME.FORMAT?report=REPORT&input=JSON` with the file. Raises what the report refuses with. */
export async function answerExport(
  desk: Pick<DeskHost, 'exportForBrowser'>,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (request.method !== 'GET') throw new CountinghouseError('bad_input', { what: 'Exports can only be read' });
  const { name, asked } = requestOf(url);
  const canceling = new AbortController();
  response.on('close', () => canceling.abort());
  const file = await desk.exportForBrowser(asked, canceling.signal);
  try {
    response.writeHead(200, {
      'Content-Type': CONTENT_TYPES[asked.format],
      'Content-Length': file.sizeBytes,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'no-store',
    });
    // A browser that leaves early wants no more.
    await pipeline(createReadStream(file.path), response).catch(() => undefined);
  } finally {
    await file.remove();
  }
}

function requestOf(url: URL): { readonly name: string; readonly asked: ExportRequest } {
  const name = decoded(url.pathname.slice(PREFIX.length));
  const asked = exportInput.safeParse({
    report: url.searchParams.get('report'),
    input: parsed(url.searchParams.get('input') ?? '{}'),
    format: name.slice(name.lastIndexOf('.') + 1),
  });
  if (asked.success) return { name, asked: asked.data };
  const [issue] = asked.error.issues;
  throw new CountinghouseError('bad_input', {
    what: issue?.message ?? 'This export cannot be read',
    where: issue?.path.join('.') ?? '',
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new CountinghouseError('bad_input', { what: 'The name of the export cannot be read' }, cause);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CountinghouseError('bad_input', { what: 'The input of the export is not JSON', where: 'input' }, cause);
  }
}
