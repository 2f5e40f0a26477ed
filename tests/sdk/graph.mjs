// The official client of Microsoft Graph, unmodified, against a running server: what scripts for privileged identity management do.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { end, endpoint, graphDefault, pass, people, refusal, tokenOf } from "./world.mjs";

const { BatchRequestContent, BatchResponseContent, Client, PageIterator } = createRequire(import.meta.url)("@microsoft/microsoft-graph-client");

const directory = "/roleManagement/directory";
const groupAccess = "/identityGovernance/privilegedAccess/group";
const exchangeAdministrator = "29232cdf-9323-42fd-ade2-1d097af3e4de";
const own = "filterByCurrentUser(on='principal')";
const toDecide = "filterByCurrentUser(on='approver')";

const clientOf = (name) => Client.initWithMiddleware({
  baseUrl: endpoint,
  customHosts: new Set([new URL(endpoint).hostname]),
  authProvider: { getAccessToken: () => tokenOf(name, [graphDefault]) },
});
const [ada, alan, barbara, edsger, grace, katherine] = ["ada", "alan", "barbara", "edsger", "grace", "katherine"].map(clientOf);

const lasting = (duration) => ({ startDateTime: new Date(0).toISOString(), expiration: { type: "afterDuration", duration } });
const ofRole = (action, principalId, more) => ({
  action, principalId, roleDefinitionId: exchangeAdministrator, directoryScopeId: "/", justification: "On-call rota.", ...more,
});

async function walk(client, page) {
  const items = [];
  const iterator = new PageIterator(client, page, (item) => items.push(item) > 0);
  await iterator.iterate();
  assert.ok(iterator.isComplete());
  return items;
}

async function lists() {
  const first = await ada.api(`${directory}/roleDefinitions`).top(50).orderby("displayName").select(["id", "displayName"]).get();
  assert.equal(first.value.length, 50);
  const roles = await walk(ada, first);
  assert.ok(roles.length > 100);
  assert.equal(new Set(roles.map((role) => role.id)).size, roles.length);
  assert.deepEqual(Object.keys(roles.at(-1)).filter((member) => !member.startsWith("@")), ["id", "displayName"]);

  const eligible = await ada.api(`${directory}/roleEligibilitySchedules`).filter(`principalId eq '${people.alan}'`)
    .expand(["principal", "roleDefinition($select=id,displayName)"]).count(true).top(3).get();
  assert.equal(eligible["@odata.count"], 4);
  const all = await walk(ada, eligible);
  assert.equal(all.length, 4);
  assert.ok(all.every((one) => one.principal.displayName === "Alan Turing" && one.roleDefinition.displayName));
  const past = await ada.api(`${directory}/roleAssignmentScheduleRequests`)
    .filter("status eq 'Denied' and createdDateTime ge 2026-02-01T00:00:00Z").get();
  assert.deepEqual(past.value.map((one) => one.status), ["Denied"]);
}

async function reads() {
  assert.equal((await alan.api("/me").select("id,userPrincipalName").get()).id, people.alan);
  const found = await alan.api("/users").header("ConsistencyLevel", "eventual").count(true).search('"displayName:Hopper"').get();
  assert.deepEqual([found["@odata.count"], found.value[0].id], [1, people.grace]);
  assert.equal((await alan.api("/users/grace@regent.example").get()).jobTitle, "Head of Identity");
  const [group] = (await alan.api("/groups").filter("displayName eq 'On-call engineers'").get()).value;
  assert.deepEqual((await alan.api(`/groups/${group.id}/members`).get()).value.map((one) => one.id), [people.katherine]);
  assert.deepEqual((await katherine.api("/me/memberOf").get()).value.map((one) => one.id), [group.id]);
  const objects = await alan.api("/directoryObjects/getByIds").post({ ids: [people.ada, group.id], types: ["user", "group"] });
  assert.deepEqual(objects.value.map((one) => one["@odata.type"]).sort(), ["#microsoft.graph.group", "#microsoft.graph.user"]);
}

async function rule() {
  const [link] = (await ada.api("/policies/roleManagementPolicyAssignments").expand("policy($expand=rules)")
    .filter(`scopeId eq '/' and scopeType eq 'DirectoryRole' and roleDefinitionId eq '${exchangeAdministrator}'`).get()).value;
  assert.equal(link.policy.rules.length, 17);
  const id = "Expiration_EndUser_Assignment";
  const address = `/policies/roleManagementPolicies/${link.policyId}/rules/${id}`;
  const before = await ada.api(address).get();
  await ada.api(address).patch({ ...before, "@odata.context": undefined, maximumDuration: "PT3H" });
  assert.equal((await ada.api(address).get()).maximumDuration, "PT3H");
  await refusal(ada.api(address).patch({ ...before, "@odata.context": undefined, maximumDuration: "PT25H" }), "InvalidPolicy", 400);
}

async function activation() {
  const given = await ada.api(`${directory}/roleEligibilityScheduleRequests`).post(ofRole("adminAssign", people.katherine, { scheduleInfo: lasting("P30D") }));
  assert.equal(given.status, "Provisioned");

  const requests = katherine.api(`${directory}/roleAssignmentScheduleRequests`);
  const wish = ofRole("selfActivate", people.katherine, { scheduleInfo: lasting("PT4H"), ticketInfo: { ticketNumber: "CHG-17", ticketSystem: "Desk" } });
  await refusal(requests.post(wish), "RoleAssignmentRequestPolicyValidationFailed", 400);
  const asked = await requests.post({ ...wish, scheduleInfo: lasting("PT2H") });
  assert.deepEqual([asked.status, asked.scheduleInfo.expiration.duration], ["PendingApproval", "PT2H"]);

  const approvals = `${directory}/roleAssignmentApprovals`;
  const waiting = (await grace.api(`${approvals}/${toDecide}`).version("beta").expand("steps").get()).value.find((one) => one.id === asked.approvalId);
  const [step] = waiting.steps;
  assert.deepEqual([step.status, step.assignedToMe], ["InProgress", true]);
  await grace.api(`${approvals}/${waiting.id}/steps/${step.id}`).version("beta").patch({ reviewResult: "Approve", justification: "Go ahead." });
  const decided = await katherine.api(`${approvals}/${waiting.id}/steps/${step.id}`).version("beta").get();
  assert.deepEqual([decided.reviewResult, decided.reviewedBy.displayName, decided.justification], ["Approve", "Grace Hopper", "Go ahead."]);
  assert.equal((await katherine.api(`${directory}/roleAssignmentScheduleRequests/${asked.id}`).get()).status, "Provisioned");

  const held = () => katherine.api(`${directory}/roleAssignmentScheduleInstances/${own}`).filter(`roleDefinitionId eq '${exchangeAdministrator}'`)
    .expand("activatedUsing").get().then((page) => page.value);
  const [running] = await held();
  assert.deepEqual([running.assignmentType, running.activatedUsing.roleEligibilityScheduleId], ["Activated", given.targetScheduleId]);
  assert.equal(Date.parse(running.endDateTime) - Date.parse(running.startDateTime), 2 * 3600_000);
  await pass(119);
  assert.equal((await held()).length, 1);
  await pass(1);
  assert.equal((await held()).length, 0);

  const record = await walk(edsger, await edsger.api("/auditLogs/directoryAudits").filter(`correlationId eq '${asked.id}'`).top(2).get());
  const requested = record.find((entry) => entry.activityDisplayName === "Add member to role requested (PIM activation)");
  assert.equal(requested.initiatedBy.user.userPrincipalName, "katherine@regent.example");
  assert.ok(record.some((entry) => entry.initiatedBy.user?.userPrincipalName === "grace@regent.example"));
}

async function group() {
  const [operators] = (await katherine.api("/groups").filter("displayName eq 'Database operators'").get()).value;
  const wish = { accessId: "member", groupId: operators.id, principalId: people.katherine, action: "selfActivate", justification: "An index is broken." };
  const requests = `${groupAccess}/assignmentScheduleRequests`;
  const asked = await katherine.api(requests).post({ ...wish, scheduleInfo: lasting("PT1H") });
  assert.equal(asked.status, "PendingApproval");
  const [waiting] = (await barbara.api(`${groupAccess}/assignmentApprovals/${toDecide}`).expand("stages").get()).value;
  assert.equal(waiting.id, asked.approvalId);
  await barbara.api(`${groupAccess}/assignmentApprovals/${waiting.id}/stages/${waiting.stages[0].id}`)
    .patch({ reviewResult: "Approve", justification: "On call." });

  const [held] = (await barbara.api(`${groupAccess}/assignmentScheduleInstances`)
    .filter(`groupId eq '${operators.id}' and principalId eq '${people.katherine}'`).expand(["group", "principal"]).get()).value;
  assert.deepEqual([held.assignmentType, held.accessId, held.group.displayName], ["activated", "member", "Database operators"]);
  assert.ok((await barbara.api(`/groups/${operators.id}/members`).get()).value.some((one) => one.id === people.katherine));
  await pass(10);
  assert.equal((await katherine.api(requests).post({ ...wish, action: "selfDeactivate" })).status, "Revoked");
  assert.equal((await barbara.api(`/groups/${operators.id}/members`).get()).value.length, 0);
}

async function batch() {
  const asked = new BatchRequestContent([
    { id: "me", request: new Request(`${endpoint}/me`) },
    { id: "roles", request: new Request(`${endpoint}${directory}/roleEligibilityScheduleInstances/${own}?$expand=roleDefinition`) },
    {
      id: "wrong",
      request: new Request(`${endpoint}${directory}/roleAssignmentScheduleRequests`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(ofRole("selfActivate", people.alan, { scheduleInfo: lasting("PT1H") })),
      }),
    },
  ]);
  asked.addDependency("roles");
  asked.addDependency("wrong");
  const answered = new BatchResponseContent(await alan.api("/$batch").post(await asked.getContent()));
  const read = (id) => answered.getResponseById(id).json();
  assert.equal((await read("me")).id, people.alan);
  assert.ok((await read("roles")).value.every((one) => one.principalId === people.alan && one.roleDefinition.displayName));
  assert.deepEqual([answered.getResponseById("wrong").status, (await read("wrong")).error.code], [400, "RoleAssignmentRequestPolicyValidationFailed"]);
}

async function errors() {
  const missing = await refusal(ada.api("/users/nobody@regent.example").get(), "Request_ResourceNotFound", 404);
  assert.match(missing.requestId, /^[0-9a-f-]{36}$/);
  assert.ok(missing.date instanceof Date && !Number.isNaN(missing.date.getTime()));
  await refusal(alan.api("/auditLogs/directoryAudits").get(), "Authorization_RequestDenied", 403);
  await refusal(ada.api(`${directory}/roleAssignmentSchedules`).filter("modifiedDateTime ge 2026-01-01T00:00:00Z").get(), "Request_UnsupportedQuery", 400);
  await refusal(ada.api("/policies/roleManagementPolicies").get(), "MissingProvider", 400);
  const nobody = Client.init({ baseUrl: endpoint, customHosts: new Set([new URL(endpoint).hostname]), authProvider: (done) => done(null, "nonsense") });
  await refusal(nobody.api("/me").get(), "InvalidAuthenticationToken", 401);
}

const chapters = { lists, directory: reads, rule, activation, group, batch, errors };
for (const tell of Object.values(chapters)) {
  await tell();
}

end(Object.keys(chapters).join(", "));
