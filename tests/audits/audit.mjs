// Runs the server audits of the npm package graphql-http against a started server.
//
//   npm ci && node audit.mjs http://127.0.0.1:8000/graphql
//
// Every audit counts, MAY and SHOULD as well as MUST. The last line is `N passed, N failed`; exit 1 when one failed.
import { serverAudits } from 'graphql-http';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const PATIENCE_MS = 10_000;

const url = URL.canParse(process.argv[2]) ? new URL(process.argv[2]) : null;
if (!url || !LOOPBACK.has(url.hostname)) {
  console.error('usage: node audit.mjs http://127.0.0.1:PORT/graphql (a server on this machine only)');
  process.exit(2);
}

const fetchFn = (target, init) => fetch(target, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });

let passed = 0;
let failed = 0;
for (const audit of serverAudits({ url: url.href, fetchFn })) {
  const problem = await audit.fn().then(
    (result) => (result.status === 'ok' ? null : result.reason),
    // A refused connection or a time-out fails this audit; the others still run.
    (error) => error.cause?.code ?? error.message,
  );
  if (problem === null) {
    passed += 1;
  } else {
    failed += 1;
    console.log(`FAILED ${audit.id} ${audit.name}: ${problem}`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
// No audit at all is a failure too: then the package changed under us.
process.exit(failed === 0 && passed > 0 ? 0 : 1);
