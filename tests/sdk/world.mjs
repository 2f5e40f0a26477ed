// What every script here shares: the server and the people it was given, and the test that started it. Scripts and test talk by lines:
// a script asks for time to pass, or for somebody to do something in a browser, and is answered when it is done.
import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

// Clients count on it; Node 18, which Debian 12 has, keeps it elsewhere.
globalThis.crypto ??= webcrypto;

const { CryptoProvider, PublicClientApplication } = createRequire(import.meta.url)("@azure/msal-node");

const { tokens, ...world } = JSON.parse(process.env.REGENT_WORLD);
export const { endpoint, people, program, service, tenant } = world;
export const graphDefault = "https://graph.microsoft.com/.default";

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const sessions = new Map();
let passed = 0;

async function ask(line) {
  console.log(line);
  return (await lines.next()).value;
}

export async function pass(minutes) {
  await ask(`pass ${minutes}`);
  passed += 1;
}

// Somebody opens the page a program sent them to, and agrees; the code they come back with.
export const signIn = (name, url) => ask(`sign-in ${name} ${url}`);

// Somebody types the code of a device, and lets it in or not.
export const answerDevice = (name, userCode, decision) => ask(`device ${name} ${userCode} ${decision}`);

// The program, as the official library speaks for it.
export const programClient = () => new PublicClientApplication({
  auth: { clientId: program.id, authority: `${endpoint}/${tenant}`, knownAuthorities: [new URL(endpoint).host] },
});

async function begin(name, scopes) {
  const [client, { redirectUri }] = [programClient(), program];
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const code = await signIn(name, await client.getAuthCodeUrl({ scopes, redirectUri, codeChallenge: challenge, codeChallengeMethod: "S256" }));
  const first = client.acquireTokenByCode({ code, scopes, redirectUri, codeVerifier: verifier });
  await first;
  return { client, passed, token: first };
}

// A token of somebody: Regent's own; or, where the test names a program, what they get by signing in with it. The clock of the library does
// not know that time has passed, so it is told.
export async function tokenOf(name, scopes) {
  if (!program) {
    return tokens[name];
  }

  const key = `${name} ${scopes}`;
  sessions.set(key, sessions.get(key) ?? begin(name, scopes));
  const session = await sessions.get(key);
  if (session.passed !== passed) {
    const { account } = await session.token;
    Object.assign(session, { passed, token: session.client.acquireTokenSilent({ account, scopes, forceRefresh: true }) });
  }

  return (await session.token).accessToken;
}

// The no that is expected, as the client understood it.
export async function refusal(call, code, statusCode) {
  const error = await call.then(() => assert.fail(`${code} was expected`), (no) => no);
  assert.deepEqual([error.code, error.statusCode], [code, statusCode], error.message);
  return error;
}

export function end(said) {
  console.log(said);
  process.exit(0);
}
