// A provider of OpenID Connect: it lets in whoever comes, or refuses, and gives tokens that it signs.
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';

const text = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** Starts on a free port. `lasts`: seconds for which a token counts; `now`: the time of the API that believes it. */
export async function provider({ lasts = 300, now }) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map();
  const given = { codes: 0, refreshed: 0, failed: 0 };
  let refuses = false;
  let failing = 0;
  let issuer = '';

  const jwt = (time, claims) => {
    const at = Math.floor(time / 1000);
    const said = `${text({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${text({ iss: issuer, sub: '7', iat: at, exp: at + lasts, ...claims })}`;
    return `${said}.${sign('sha256', Buffer.from(said), privateKey).toString('base64url')}`;
  };
  const tokens = () => ({
    access_token: jwt(now(), { aud: 'drieklank', preferred_username: 'Noor', roles: ['editor'] }),
    id_token: jwt(Date.now(), { aud: 'map' }),
    refresh_token: randomUUID(), token_type: 'Bearer', expires_in: lasts,
  });

  const server = createServer(async (asked, answer) => {
    const url = new URL(asked.url, issuer);
    const json = (status, body) => answer
      .writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' })
      .end(JSON.stringify(body));
    if (asked.method === 'OPTIONS') return json(200, {});
    if (url.pathname === '/.well-known/openid-configuration') {
      return json(200, {
        issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'],
      });
    }
    if (url.pathname === '/keys') return json(200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' }] });
    if (url.pathname === '/authorize') {
      const back = new URL(url.searchParams.get('redirect_uri'));
      back.searchParams.set('state', url.searchParams.get('state'));
      if (refuses) back.searchParams.set('error', 'access_denied');
      else {
        const code = randomUUID();
        codes.set(code, url.searchParams.get('code_challenge'));
        back.searchParams.set('code', code);
      }
      return answer.writeHead(302, { location: back.href }).end();
    }
    let body = '';
    for await (const part of asked) body += part;
    const form = new URLSearchParams(body);
    if (form.get('grant_type') === 'refresh_token') {
      if (failing > 0) {
        failing -= 1;
        given.failed += 1;
        return json(503, {});
      }
      given.refreshed += 1;
      return json(200, tokens());
    }
    const challenge = codes.get(form.get('code'));
    codes.delete(form.get('code'));
    const verified = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
    if (challenge === undefined || challenge !== verified) return json(400, { error: 'invalid_grant' });
    given.codes += 1;
    return json(200, tokens());
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  issuer = `http://127.0.0.1:${server.address().port}`;
  return {
    issuer, given,
    refuse: (how) => { refuses = how; },
    /** Fails so many refreshes. */
    fail: (times) => { failing = times; },
    stop: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
