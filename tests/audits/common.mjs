// What the audits over WebSocket and SSE share. They refuse any server that is not on this machine.
export function loopbackOnly(raw) {
  const u = new URL(raw);
  const h = u.hostname.replace(/^\[|\]$/g, '');
  const ok = h === 'localhost' || h === '::1' || /^127\.\d+\.\d+\.\d+$/.test(h);
  if (!ok) {
    console.error(`refused: ${h} is not loopback`);
    process.exit(2);
  }
  return u;
}
export function parseArgs(argv) {
  const o = { headers: {}, flags: new Set(), kv: {}, pos: [] };
  for (let i = 0; i < argv.length; i++) {
    const a = argv[i];
    if (a === '-H' || a === '--header') {
      const s = argv[++i];
      const k = s.indexOf(':');
      o.headers[s.slice(0, k).trim().toLowerCase()] = s.slice(k + 1).trim();
    } else if (a.startsWith('--') && a.includes('=')) {
      const k = a.indexOf('=');
      o.kv[a.slice(2, k)] = a.slice(k + 1);
    } else if (a.startsWith('--')) o.flags.add(a.slice(2));
    else o.pos.push(a);
  }
  return o;
}
