// Serves the build as the program will: our own files under a strict policy, every view by the same page, the rest by the API.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' };

/** Starts on a free port; `api` is the address of a started server. Tells its own address and how to stop. */
export async function serve(api, port = 0) {
  const target = new URL(api);
  // What the program says of the page and of its worker.
  const policy = (await fetch(api)).headers.get('content-security-policy');
  const server = createServer((asked, answer) => {
    const path = normalize(new URL(asked.url, 'http://here').pathname);
    if (/^\/(about|graphql|export|import|calendar|health|schema\.graphql|icon\.svg|favicon\.ico|graphiql)/.test(path)) {
      const options = { host: target.hostname, port: target.port, path: asked.url, method: asked.method, headers: { ...asked.headers, host: target.host } };
      const onward = request(options, (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
        got.on('error', () => answer.destroy());
      });
      onward.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
      answer.on('close', () => onward.destroy());
      asked.pipe(onward);
      return;
    }
    const file = join(DIST, path);
    const found = file.startsWith(DIST) && existsSync(file) && statSync(file).isFile() ? file : join(DIST, 'index.html');
    answer.writeHead(200, {
      'content-type': TYPES[extname(found)] ?? 'application/octet-stream', 'content-security-policy': policy, 'content-encoding': 'gzip',
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY',
    });
    answer.end(gzipSync(readFileSync(found)));
  });
  await new Promise((listening) => server.listen(port, '127.0.0.1', listening));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { url: `http://127.0.0.1:${server.address().port}`, stop };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve(process.env.DRIEKLANK_API ?? 'http://127.0.0.1:8000', Number(process.env.PORT ?? 0));
  console.log(url);
}
