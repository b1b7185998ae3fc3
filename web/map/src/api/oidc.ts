// Signing in at a provider of OpenID Connect: the authorization code flow with PKCE (RFC 9700), refreshed for as long as
// the page is open. Tokens stay in memory; only what the way back needs is kept for this tab, until one is back.
import * as oauth from 'oauth4webapi';
import type { Provider } from './failure';
import { renew, signIn, token } from './session';

const KEPT = 'drieklank-signing-in';
/** Where the provider sends people back to. */
const ARRIVAL = '/signed-in';
/** So long before a token ends, a new one is asked for. */
const MARGIN_S = 30;
/** When a provider does not say how long a token lasts. */
const USUAL_S = 300;
/** No refresh comes sooner than this after the one before, whatever a provider says; nor does a try after one that failed. */
const SOONEST_S = 5;
/** Nor later: a timer holds 24 days at most, and rings at once when it is set for more. */
const LATEST_S = 86_400;

interface Kept {
  provider: Provider;
  verifier: string;
  state: string;
  back: string;
}

interface Known {
  server: oauth.AuthorizationServer;
  client: oauth.Client;
  options: { [oauth.allowInsecureRequests]: boolean };
}

/** Where who was refused came from: there they go when they sign in after all. */
let cameFrom = '/';

/** The address to go on to after signing in: this one, unless it is that of a way back. */
export function wayBack(): string {
  return location.pathname === ARRIVAL ? cameFrom : location.pathname + location.search;
}

/** Leaves for the provider, and comes back to `/signed-in`. Fails when the provider cannot be reached, or one is told to stay. */
export async function leave(provider: Provider, stay: AbortSignal): Promise<void> {
  const back = wayBack();
  const { server, client } = await know(provider, stay);
  if (server.authorization_endpoint === undefined) throw new Error('The provider names no place to sign in.');
  const kept: Kept = { provider, verifier: oauth.generateRandomCodeVerifier(), state: oauth.generateRandomState(), back };
  const target = new URL(server.authorization_endpoint);
  const asked = {
    response_type: 'code', client_id: client.client_id, redirect_uri: redirectUri(), scope: provider.scope, state: kept.state,
    code_challenge: await oauth.calculatePKCECodeChallenge(kept.verifier), code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) target.searchParams.set(name, value);
  stay.throwIfAborted();
  sessionStorage.setItem(KEPT, JSON.stringify(kept));
  location.assign(target);
  // A provider that is slow to answer can still be left alone.
  stay.addEventListener('abort', () => {
    sessionStorage.removeItem(KEPT);
    window.stop();
  });
}

/** Takes what the provider sent along, signs in, and tells the address that one came from. Fails when it was not asked for, or refused. */
export async function arrive(answer: URL): Promise<string> {
  const text = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  if (text === null) throw new Error('Nobody left from here.');
  const { provider, verifier, state, back } = JSON.parse(text) as Kept;
  cameFrom = back;
  const known = await know(provider);
  const told = oauth.validateAuthResponse(known.server, known.client, answer, state);
  const response = await oauth.authorizationCodeGrantRequest(
    known.server, known.client, oauth.None(), told, redirectUri(), verifier, known.options,
  );
  const given = await oauth.processAuthorizationCodeResponse(known.server, known.client, response);
  signIn(given.access_token);
  keepFresh(known, given);
  return back;
}

async function know(provider: Provider, stop?: AbortSignal): Promise<Known> {
  const issuer = new URL(provider.issuer);
  // The server takes a plain address for one machine or a network of one's own only.
  const options = { [oauth.allowInsecureRequests]: issuer.protocol === 'http:' };
  const response = await oauth.discoveryRequest(issuer, { ...options, algorithm: 'oidc', ...(stop && { signal: stop }) });
  const server = await oauth.processDiscoveryResponse(issuer, response);
  return { server, client: { client_id: provider.clientId }, options };
}

function redirectUri(): string {
  return location.origin + ARRIVAL;
}

/** Takes a new token before this one ends. When that fails, it is tried again for as long as this one lasts; then it ends, and the page says so. */
function keepFresh(known: Known, given: oauth.TokenEndpointResponse): void {
  const { access_token, refresh_token, expires_in = USUAL_S } = given;
  if (refresh_token === undefined) return;
  const ends = Date.now() + expires_in * 1000;
  const refresh = async () => {
    if (token.peek() !== access_token) return;
    const { server, client, options } = known;
    const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refresh_token, options);
    const next = await oauth.processRefreshTokenResponse(server, client, response);
    if (token.peek() !== access_token) return;
    renew(next.access_token);
    keepFresh(known, { ...next, refresh_token: next.refresh_token ?? refresh_token });
  };
  const after = (seconds: number, pause: number): void => {
    const again = (error: unknown) => {
      // Who is let in no longer will not be a moment later either.
      const settled = error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant';
      if (!settled && Date.now() + pause * 1000 < ends) after(pause, pause * 2);
    };
    setTimeout(() => void refresh().catch(again), Math.min(Math.max(seconds, SOONEST_S), LATEST_S) * 1000);
  };
  after(Math.max(expires_in - MARGIN_S, expires_in / 2), SOONEST_S);
}
