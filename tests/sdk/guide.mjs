// The snippets of docs/coming-from-entra-pim.md, as they stand there but for the address of the server.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { end, endpoint, people, tokenOf } from "./world.mjs";

const require = createRequire(import.meta.url);
const { Client } = require("@microsoft/microsoft-graph-client");
const { TokenCredentialAuthenticationProvider } = require("@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials");
const { AuthorizationManagementClient } = require("@azure/arm-authorization");

const guide = readFileSync("../../docs/coming-from-entra-pim.md", "utf8");
const asked = [];
const credential = {
  getToken: async (scopes) => {
    asked.push([scopes].flat());
    return { token: await tokenOf("alan", [scopes].flat()), expiresOnTimestamp: Date.now() + 3600_000 };
  },
};

// What the snippet under a heading makes of what it is given.
function made(heading, name, given) {
  const snippet = guide.split(`\n### ${heading}\n`)[1].split("```text\n")[1].split("```")[0]
    .replaceAll("https://localhost:5443", endpoint).replaceAll('"localhost"', JSON.stringify(new URL(endpoint).hostname));
  return new Function(...Object.keys(given), `${snippet}\nreturn ${name};`)(...Object.values(given));
}

const graph = made("@microsoft/microsoft-graph-client", "graph", { Client, TokenCredentialAuthenticationProvider, credential });
assert.equal((await graph.api("/me").get()).id, people.alan);
assert.deepEqual(asked.pop(), ["https://graph.microsoft.com/.default"]);

const subscriptionId = "5a1e0000-0000-4000-8000-000000000001";
const client = made("@azure/arm-authorization", "client", { AuthorizationManagementClient, credential, subscriptionId });
const eligible = [];
for await (const one of client.roleEligibilityScheduleInstances.listForScope(`subscriptions/${subscriptionId}`, { filter: "asTarget()" })) {
  eligible.push(one);
}

assert.ok(eligible.length > 0 && eligible.every((one) => one.scope.includes(subscriptionId)));
end("graph, arm");
