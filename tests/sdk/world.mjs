// What every script here shares: the server and the people it was given, and the test that started it. Scripts and test talk by lines:
// a script asks for time to pass, and is answered when it has.
import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { createInterface } from "node:readline";

// Clients count on it; Node 18, which Debian 12 has, keeps it elsewhere.
globalThis.crypto ??= webcrypto;

export const { endpoint, tokens, people } = JSON.parse(process.env.REGENT_WORLD);

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

export async function pass(minutes) {
  console.log(`pass ${minutes}`);
  await lines.next();
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
