import { headers } from '../../../api/client';

/** What a dataset comes to, or came to. */
export interface Report {
  dryRun: boolean;
  revision: number;
  changed: number;
  counts: { noun: string; added: number; changed: number; removed: number; same: number }[];
  problems: Problem[];
  problemCount: number;
}

/** What is wrong with a dataset, and where: in a file of a zip, a sheet of a workbook or a list of JSON. */
export interface Problem {
  file: string | null;
  sheet: string | null;
  list: string | null;
  line: number | null;
  column: string | null;
  message: string;
}

export type Mode = 'merge' | 'replace';

/** What came of sending. The server's own words are in the language of the page. */
export type Sent =
  | { kind: 'report'; report: Report }
  /** Others changed the network after the trial. */
  | { kind: 'overtaken' }
  | { kind: 'busy'; seconds: number | null; message: string }
  | { kind: 'refused'; status: number; message: string }
  | { kind: 'unreachable' }
  | { kind: 'stopped' };

/** Kinds of datasets, by how their names end. */
const TYPES: Record<string, string> = {
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
};
export const ENDINGS = Object.keys(TYPES).map((ending) => `.${ending}`);

/** What the server is told that a file is; null for what is no dataset. */
export function typeOf(name: string): string | null {
  return TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? null;
}

export interface Sending {
  bytes: ArrayBuffer;
  type: string;
  mode: Mode;
  /** Only tell what it comes to. */
  trial: boolean;
  reason: string;
  /** When anything changed after this revision, nothing is done. */
  ifRevision: number | null;
  /** Sent again under the same key, it is not done twice. */
  key: string | null;
}

/** Sends a dataset. Not by `fetch`, which does not tell how far it is. */
export function send({ bytes, type, mode, trial, reason, ifRevision, key }: Sending, progress: (share: number) => void, stop: AbortSignal): Promise<Sent> {
  const asked = new URLSearchParams({ mode, dryRun: String(trial) });
  if (reason !== '') asked.set('reason', reason);
  if (ifRevision !== null) asked.set('ifRevision', String(ifRevision));
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/import?${asked}`);
    for (const [name, value] of Object.entries({ ...headers(), 'content-type': type, ...(key !== null && { 'idempotency-key': key }) })) {
      request.setRequestHeader(name, value);
    }
    request.upload.addEventListener('progress', (event) => event.lengthComputable && progress(event.loaded / event.total));
    request.addEventListener('load', () => resolve(read(request)));
    request.addEventListener('error', () => resolve({ kind: 'unreachable' }));
    request.addEventListener('abort', () => resolve({ kind: 'stopped' }));
    stop.addEventListener('abort', () => request.abort());
    request.send(bytes);
  });
}

function read(request: XMLHttpRequest): Sent {
  const { status, responseText } = request;
  const report = reportOf(responseText);
  if (report !== null && (status === 200 || status === 422)) return { kind: 'report', report };
  if (status === 409) return { kind: 'overtaken' };
  const message = report === null && responseText.length < 2_000 && !responseText.trimStart().startsWith('<') ? responseText : '';
  if (status === 503) {
    const after = Number(request.getResponseHeader('retry-after'));
    return { kind: 'busy', seconds: Number.isInteger(after) && after > 0 ? after : null, message };
  }
  return { kind: 'refused', status, message };
}

function reportOf(text: string): Report | null {
  try {
    const told = JSON.parse(text) as Partial<Report>;
    return Array.isArray(told.counts) && Array.isArray(told.problems) ? (told as Report) : null;
  } catch {
    return null;
  }
}
