// The official token libraries, unmodified, against a running server: each way to a token, and each token used.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { answerDevice, end, endpoint, graphDefault, people, programClient, service, tenant, tokenOf } from "./world.mjs";

const require = createRequire(import.meta.url);
const { AuthorizationManagementClient } = require("@azure/arm-authorization");
const { ClientSecretCredential, DeviceCodeCredential } = require("@azure/identity");
const { ConfidentialClientApplication } = require("@azure/msal-node");
const { Client } = require("@microsoft/microsoft-graph-client");
const { TokenCredentialAuthenticationProvider } = require("@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials");

const armDefault = "https://management.azure.com/.default";
const instances = "/roleManagement/directory/roleAssignmentScheduleInstances";
const subscription = "5a1e0000-0000-4000-8000-000000000001";
const shop = `subscriptions/${subscription}`;

const here = { authorityHost: endpoint, disableInstanceDiscovery: true };
const credentialOf = (secret) => new ClientSecretCredential(tenant, service.id, secret, here);

const graphOf = (credential, scopes = [graphDefault]) => Client.initWithMiddleware({
  baseUrl: endpoint,
  customHosts: new Set([new URL(endpoint).hostname]),
  authProvider: new TokenCredentialAuthenticationProvider(credential, { scopes }),
});

const given = (accessToken) => ({ getToken: async () => ({ token: accessToken, expiresOnTimestamp: Date.now() + 60_000 }) });
const whoAmI = async (accessToken) => (await graphOf(given(accessToken)).api("/me").get()).id;

async function first(pages) {
  return (await pages[Symbol.asyncIterator]().next()).value;
}

async function statusOf(path, accessToken) {
  return (await fetch(`${endpoint}${path}`, { headers: { Authorization: `Bearer ${accessToken}` } })).status;
}

async function secret() {
  const credential = credentialOf(service.secret);
  assert.ok((await graphOf(credential).api(instances).top(1).get()).value.length === 1);
  // This client asks for a token at the address it was given, and for one of Azure Resource Manager where it is told to.
  for (const options of [{ endpoint }, { endpoint, credentialScopes: armDefault }]) {
    const arm = new AuthorizationManagementClient(credential, subscription, options);
    assert.ok((await first(arm.roleDefinitions.list(shop))).roleName);
  }

  assert.ok((await graphOf(credential, [`${endpoint}/.default`]).api(instances).top(1).get()).value.length === 1);
  const wrong = await credentialOf("not-the-secret").getToken(graphDefault).then(() => null, (error) => error);
  assert.match(wrong.message, /invalid_client/);
}

async function application() {
  const client = new ConfidentialClientApplication({
    auth: { clientId: service.id, clientSecret: service.secret, authority: `${endpoint}/${tenant}`, knownAuthorities: [new URL(endpoint).host] },
  });
  const forGraph = await client.acquireTokenByClientCredential({ scopes: [graphDefault] });
  assert.ok(forGraph.expiresOn > Date.now());
  const again = await client.acquireTokenByClientCredential({ scopes: [graphDefault] });
  assert.deepEqual([again.accessToken, again.fromCache], [forGraph.accessToken, true]);
  const forArm = await client.acquireTokenByClientCredential({ scopes: [armDefault] });
  const arm = `/${shop}/providers/Microsoft.Authorization/roleDefinitions?api-version=2022-04-01`;
  assert.deepEqual([await statusOf(`/v1.0${instances}`, forGraph.accessToken), await statusOf(arm, forGraph.accessToken)], [200, 401]);
  assert.deepEqual([await statusOf(`/v1.0${instances}`, forArm.accessToken), await statusOf(arm, forArm.accessToken)], [401, 200]);
}

async function device() {
  const client = programClient();
  const wish = (name, decision) => ({
    scopes: ["User.Read"],
    deviceCodeCallback: ({ userCode, message }) => {
      assert.ok(message.includes(userCode));
      return answerDevice(name, userCode, decision);
    },
  });
  const { accessToken, account, scopes } = await client.acquireTokenByDeviceCode(wish("alan", "yes"));
  assert.deepEqual([await whoAmI(accessToken), account.username, account.tenantId], [people.alan, "alan@regent.example", tenant]);
  assert.ok(scopes.includes("User.Read"));
  const renewed = await client.acquireTokenSilent({ account, scopes: ["User.Read"], forceRefresh: true });
  assert.deepEqual([renewed.fromCache, await whoAmI(renewed.accessToken)], [false, people.alan]);
  const refused = await programClient().acquireTokenByDeviceCode(wish("barbara", "no")).then(() => null, (error) => error);
  assert.match(`${refused.errorCode} ${refused.message}`, /access_denied/);
}

async function deviceCredential() {
  const credential = new DeviceCodeCredential({
    ...here, tenantId: tenant, clientId: programClient().config.auth.clientId,
    userPromptCallback: ({ userCode }) => answerDevice("grace", userCode, "yes"),
  });
  assert.equal((await graphOf(credential).api("/me").get()).id, people.grace);
}

async function code() {
  assert.equal(await whoAmI(await tokenOf("edsger", ["User.Read"])), people.edsger);
}

const chapters = { secret, application, device, deviceCredential, code };
for (const tell of Object.values(chapters)) {
  await tell();
}

end(Object.keys(chapters).join(", "));
