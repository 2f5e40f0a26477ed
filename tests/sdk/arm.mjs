// The official client of Azure Resource Manager, unmodified, against a running server: every operation of privileged identity
// management that it has.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { end, endpoint, pass, people, refusal, tokenOf } from "./world.mjs";

const { AuthorizationManagementClient } = createRequire(import.meta.url)("@azure/arm-authorization");

const shop = "subscriptions/5a1e0000-0000-4000-8000-000000000001";
const subscription = shop.split("/")[1];
const web = `${shop}/resourceGroups/rg-web`;
const roleId = (id) => `/${shop}/providers/Microsoft.Authorization/roleDefinitions/${id}`;
const contributor = roleId("b24988ac-6180-42a0-ab88-20f7382dd24c");
const reader = roleId("acdd72a7-3385-48ef-bd42-f606fba81ae7");

const groups = [
  "eligibleChildResources", "roleAssignments", "roleDefinitions", "roleManagementPolicies", "roleManagementPolicyAssignments",
  "roleAssignmentSchedules", "roleAssignmentScheduleInstances", "roleAssignmentScheduleRequests",
  "roleEligibilitySchedules", "roleEligibilityScheduleInstances", "roleEligibilityScheduleRequests",
];
const called = new Set();

function clientOf(name) {
  // Asked anew for each request: time passes here by leaps.
  const credential = { getToken: async (scopes) => ({ token: await tokenOf(name, [scopes].flat()), expiresOnTimestamp: Date.now() }) };
  const client = new AuthorizationManagementClient(credential, subscription, { endpoint });
  return Object.fromEntries(groups.map((group) => [group, new Proxy(client[group], {
    get: (target, member) => {
      called.add(`${group}.${String(member)}`);
      return target[member].bind(target);
    },
  })]));
}

async function all(pages) {
  const items = [];
  for await (const item of pages) {
    items.push(item);
  }

  return items;
}

const ask = (requestType, principalId, roleDefinitionId, more) => ({ requestType, principalId, roleDefinitionId, justification: "On-call rota.", ...more });
const lasting = (duration) => ({ scheduleInfo: { startDateTime: new Date(0), expiration: { type: "AfterDuration", duration } } });

const [alan, margaret] = [clientOf("alan"), clientOf("margaret")];

async function policies() {
  const links = await all(margaret.roleManagementPolicyAssignments.listForScope(web));
  const link = links.find((one) => one.roleDefinitionId === contributor);
  assert.equal((await margaret.roleManagementPolicyAssignments.get(web, link.name)).policyId, link.policyId);
  const name = link.policyId.split("/").pop();
  assert.ok((await all(margaret.roleManagementPolicies.listForScope(web))).some((policy) => policy.name === name));
  const policy = await margaret.roleManagementPolicies.get(web, name);
  assert.equal(policy.rules.length, 17);

  const rule = (id) => policy.rules.find((one) => one.id === id);
  const wanted = [
    { ...rule("Expiration_EndUser_Assignment"), maximumDuration: "PT4H" },
    { ...rule("Enablement_EndUser_Assignment"), enabledRules: ["Justification", "Ticketing"] },
    { ...rule("AuthenticationContext_EndUser_Assignment"), isEnabled: false },
    { ...rule("Notification_Admin_EndUser_Assignment"), notificationRecipients: ["ops@regent.example"] },
    {
      ...rule("Approval_EndUser_Assignment"),
      setting: {
        isApprovalRequired: true,
        approvalStages: [{ approvalStageTimeOutInDays: 1, primaryApprovers: [{ id: people.margaret, userType: "User", isBackup: false }] }],
      },
    },
  ];
  const changed = await margaret.roleManagementPolicies.update(web, name, { rules: wanted });
  const after = (id) => changed.rules.find((one) => one.id === id);
  assert.equal(after("Expiration_EndUser_Assignment").maximumDuration, "PT4H");
  assert.deepEqual(after("Enablement_EndUser_Assignment").enabledRules, ["Justification", "Ticketing"]);
  assert.equal(after("Approval_EndUser_Assignment").setting.approvalStages[0].primaryApprovers[0].id, people.margaret);
  assert.deepEqual(after("Notification_Admin_EndUser_Assignment").notificationRecipients, ["ops@regent.example"]);
  await margaret.roleManagementPolicyAssignments.create(web, link.name, { scope: `/${web}`, roleDefinitionId: contributor, policyId: link.policyId });
  return { link: link.name, policy: name };
}

async function activation() {
  assert.ok((await all(alan.eligibleChildResources.list(shop))).some((child) => child.id === `/${web}`));
  const [eligibility] = await all(alan.roleEligibilitySchedules.listForScope(shop, { filter: "asTarget()" }));
  assert.equal((await alan.roleEligibilitySchedules.get(shop, eligibility.name)).expandedProperties.roleDefinition.displayName, "Contributor");
  const [instance] = await all(alan.roleEligibilityScheduleInstances.listForScope(web, { filter: "asTarget()" }));
  assert.equal((await alan.roleEligibilityScheduleInstances.get(web, instance.name)).memberType, "Inherited");

  const wish = ask("SelfActivate", people.alan, contributor, { ...lasting("PT2H"), linkedRoleEligibilityScheduleId: eligibility.name });
  const requests = alan.roleAssignmentScheduleRequests;
  await refusal(requests.create(web, randomUUID(), wish), "RoleAssignmentRequestPolicyValidationFailed", 400);
  wish.ticketInfo = { ticketNumber: "CHG-17", ticketSystem: "Desk" };
  assert.equal((await requests.validate(web, randomUUID(), wish)).status, "PendingApproval");
  const withdrawn = randomUUID();
  await requests.create(web, withdrawn, wish);
  await requests.cancel(web, withdrawn);
  assert.equal((await requests.get(web, withdrawn)).status, "Canceled");

  const name = randomUUID();
  const asked = await requests.create(web, name, wish);
  assert.equal(asked.status, "PendingApproval");
  assert.equal(asked.scheduleInfo.expiration.duration, "PT2H");
  const [waiting] = await all(margaret.roleAssignmentScheduleRequests.listForScope("", { filter: "asApprover()" }));
  assert.equal(waiting.name, name);
  await approve(asked.approvalId);
  assert.equal((await requests.get(web, name)).status, "Provisioned");

  const [running] = await all(alan.roleAssignmentScheduleInstances.listForScope(web, { filter: "asTarget()" }));
  assert.equal((await alan.roleAssignmentScheduleInstances.get(web, running.name)).assignmentType, "Activated");
  const [planned] = await all(alan.roleAssignmentSchedules.listForScope(web, { filter: "asTarget()" }));
  const schedule = await alan.roleAssignmentSchedules.get(web, planned.name);
  assert.equal(schedule.linkedRoleEligibilityScheduleId, eligibility.name);
  assert.equal(schedule.endDateTime - schedule.startDateTime, 2 * 3600_000);
  await pass(10);
  assert.equal((await requests.create(web, randomUUID(), ask("SelfDeactivate", people.alan, contributor))).status, "Revoked");
  assert.equal((await all(alan.roleAssignmentScheduleInstances.listForScope(web, { filter: "asTarget()" }))).length, 0);
}

// The client has no operation for approvals; programs decide by plain requests.
async function approve(id) {
  const version = "api-version=2021-01-01-preview";
  const headers = { Authorization: `Bearer ${await tokenOf("margaret", [`${endpoint}/.default`])}`, "Content-Type": "application/json" };
  const approval = await (await fetch(`${endpoint}${id}?${version}`, { headers })).json();
  const [stage] = approval.properties.stages;
  const body = JSON.stringify({ properties: { reviewResult: "Approve", justification: "Go ahead." } });
  assert.equal((await fetch(`${endpoint}${stage.id}?${version}`, { method: "PUT", headers, body })).status, 200);
}

async function eligibility() {
  const requests = margaret.roleEligibilityScheduleRequests;
  const name = randomUUID();
  const wish = ask("AdminAssign", people.grace, reader, lasting("P30D"));
  assert.equal((await requests.validate(web, name, wish)).status, "Provisioned");
  const given = await requests.create(web, name, wish);
  assert.deepEqual([given.status, given.principalType, given.requestorId], ["Provisioned", "User", people.margaret]);
  assert.equal((await requests.create(web, name, wish)).id, given.id);
  assert.equal((await requests.get(web, name)).expandedProperties.scope.type, "resourcegroup");
  assert.ok((await all(requests.listForScope(web, { filter: `principalId eq '${people.grace}'` }))).some((one) => one.name === name));
  await refusal(requests.cancel(web, name), "RequestCannotBeCancelled", 400);
  await pass(10);
  assert.equal((await requests.create(web, randomUUID(), ask("AdminUpdate", people.grace, reader, lasting("P60D")))).status, "Provisioned");
  assert.equal((await requests.create(web, randomUUID(), ask("AdminRemove", people.grace, reader))).status, "Revoked");
}

async function definitions() {
  const name = randomUUID();
  const made = await margaret.roleDefinitions.createOrUpdate(shop, name, {
    roleName: "Window cleaner", roleType: "CustomRole", description: "Cleans windows.", assignableScopes: [`/${shop}`],
    permissions: [{ actions: ["Microsoft.Web/sites/restart/action"], notActions: [] }],
  });
  assert.equal((await margaret.roleDefinitions.get(shop, name)).roleName, "Window cleaner");
  assert.equal((await margaret.roleDefinitions.getById(made.id)).name, name);
  assert.equal((await all(margaret.roleDefinitions.list(shop, { filter: "type eq 'CustomRole'" }))).length, 1);
  await margaret.roleDefinitions.delete(shop, name);
}

async function assignments() {
  const links = await all(margaret.roleManagementPolicyAssignments.listForScope(web, {}));
  const policy = links.find((one) => one.roleDefinitionId === reader).policyId.split("/").pop();
  await margaret.roleManagementPolicies.update(web, policy, {
    rules: [{ id: "Expiration_Admin_Assignment", ruleType: "RoleManagementPolicyExpirationRule", isExpirationRequired: false }],
  });

  const what = { roleDefinitionId: reader, principalId: people.barbara, principalType: "User", description: "Audits the shop." };
  const [one, two] = [randomUUID(), `/${web}/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}`];
  const made = await margaret.roleAssignments.create(web, one, what);
  assert.equal((await margaret.roleAssignments.get(web, one)).principalId, people.barbara);
  assert.equal((await margaret.roleAssignments.getById(made.id)).name, one);
  const has = async (pages) => assert.ok((await all(pages)).some((item) => item.name === one));
  await has(margaret.roleAssignments.listForSubscription());
  await has(margaret.roleAssignments.listForResourceGroup("rg-web"));
  await has(margaret.roleAssignments.listForScope(web, { filter: "atScope()" }));
  await refusal(all(margaret.roleAssignments.listForResource("rg-web", "Microsoft.Web", "sites", "none")), "AuthorizationFailed", 403);
  await pass(10);
  assert.equal((await margaret.roleAssignments.delete(web, one)).name, one);
  await margaret.roleAssignments.createById(two, what);
  await pass(10);
  await margaret.roleAssignments.deleteById(two);
}

const { link, policy } = await policies();
await activation();
await eligibility();
await definitions();
await assignments();
await margaret.roleManagementPolicies.delete(web, policy);
await margaret.roleManagementPolicyAssignments.delete(web, link);

const whole = new AuthorizationManagementClient({ getToken: async () => null }, subscription, { endpoint });
const operations = groups.flatMap((group) => Object.getOwnPropertyNames(Object.getPrototypeOf(whole[group]))
  .filter((member) => member !== "constructor" && !member.startsWith("_") && !/Paging|Next$/.test(member)).map((member) => `${group}.${member}`));
assert.deepEqual(operations.filter((operation) => !called.has(operation)), []);
end(`called ${operations.length}`);
