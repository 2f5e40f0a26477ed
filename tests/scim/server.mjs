// A SCIM application for tests. The protocol is scimmy's; here is only what it remembers, a world of its own for each test.
// It says its port on the first line and ends when its input does.
import { createServer as plain } from "node:http";
import { createServer as secure } from "node:https";
import express from "express";
import SCIMMY from "scimmy";
import SCIMMYRouters from "scimmy-routers";

const worlds = new Map();

const fail = (status, words, type = null) => { throw new SCIMMY.Types.Error(status, type, words); };

const known = (kind, id) => kind.get(id) ?? fail(404, `There is no ${id}.`);

// What is asked for: one by its id, or those that a filter lets through.
const found = (kind, resource, world) => {
  const of = (one) => ({ ...one, meta: { resourceType: one.userName ? "User" : "Group", version: world.versions ? `W/"${one.version}"` : undefined } });
  if (resource.id) return of(known(kind, resource.id));
  if (world.noOr && / or /.test(resource.filter?.expression ?? "")) fail(400, "Only one comparison is allowed.", "invalidFilter");
  const all = [...kind.values()].map(of);
  return resource.filter ? resource.filter.match(all) : all;
};

SCIMMY.Resources.declare(SCIMMY.Resources.User)
  .ingress(() => fail(501, "Users are not made here."))
  .egress((resource, { world }) => found(world.users, resource, world))
  .degress(() => fail(501, "Users are not removed here."));

SCIMMY.Resources.declare(SCIMMY.Resources.Group)
  .ingress((resource, data, { world, ifMatch }) => {
    const group = known(world.groups, resource.id);
    const meanwhile = world.meanwhile.shift();
    if (meanwhile) {
      group.members.push({ value: meanwhile });
      group.version++;
    }
    if (ifMatch && ifMatch !== `W/"${group.version}"`) fail(412, "It was changed meanwhile.");
    if (world.demandsVersions && !ifMatch) fail(412, "Name the version that this is based on.");
    const members = [...new Set((data.members ?? []).map((member) => member.value))];
    for (const member of members) world.users.has(member) || world.groups.has(member) || fail(400, `There is no member ${member}.`, "invalidValue");
    if (members.some((member) => world.shunned.includes(member))) fail(400, "One of them may not be in a group.", "invalidValue");
    Object.assign(group, { displayName: data.displayName, members: members.map((value) => ({ value })), version: group.version + 1 });
    world.changes.push(members.length);
    return found(world.groups, resource, world);
  })
  .egress((resource, { world }) => found(world.groups, resource, world))
  .degress(() => fail(501, "Groups are not removed here."));

const worldOf = (request) => worlds.get(request.params.world) ?? fail(404, "There is no such world.");

const signedIn = (request) => {
  if (worldOf(request).credentials.includes(request.get("authorization"))) return "regent";
  throw new Error("The credentials are not known here.");
};

const app = express();

// Before the protocol: what applications do besides, as the world has it.
app.use("/:world/scim/v2", (request, response, next) => {
  const world = worlds.get(request.params.world);
  if (!world) return response.status(404).json({ detail: "There is no such world.", status: "404" });
  world.calls.push(`${request.method} ${request.url}`);
  const answer = world.answers.shift();
  if (answer) return response.status(answer.status).set(answer.headers ?? {}).type(answer.type ?? "application/scim+json").send(answer.body ?? "");
  if (world.readOnly && request.method !== "GET") return response.status(403).json({ detail: "These credentials may only read.", status: "403" });
  if (request.query.count) request.query.count = String(Math.min(world.pageSize, +request.query.count));
  next();
});

app.use("/:world/scim/v2", new SCIMMYRouters({
  type: "bearer",
  handler: signedIn,
  context: (request) => ({ world: worldOf(request), ifMatch: request.get("if-match") }),
}));

// Where an OAuth client fetches its token.
app.post("/:world/token", express.urlencoded({ extended: false }), (request, response) => {
  const world = worldOf(request);
  world.calls.push(`token ${request.body.grant_type} ${request.body.scope ?? ""}`);
  if (request.get("authorization") !== world.client) return response.status(401).json({ error: "invalid_client" });
  const token = `fetched-${world.calls.length}`;
  world.credentials = [`Bearer ${token}`];
  response.json({ access_token: token, token_type: "Bearer", expires_in: 3600 });
});

// How a test makes a world, looks at it, and changes it behind everybody's back.
const behind = express.Router();
behind.use(express.json({ limit: "64mb" }));
behind.put("/:world", (request, response) => {
  const { users = [], groups = [], ...manner } = request.body;
  worlds.set(request.params.world, {
    credentials: [], client: null, readOnly: false, versions: true, demandsVersions: false, noOr: false, pageSize: 1_000, shunned: [], answers: [],
    meanwhile: [], ...manner, calls: [], changes: [],
    users: new Map(users.map((user) => [user.id, user])),
    groups: new Map(groups.map((group) => [group.id, { members: [], version: 1, ...group }])),
  });
  response.sendStatus(204);
});
behind.patch("/:world", (request, response) => {
  Object.assign(worldOf(request), request.body);
  response.sendStatus(204);
});
behind.post("/:world/members", (request, response) => {
  known(worldOf(request).groups, request.body.group).members.push({ value: request.body.member });
  response.sendStatus(204);
});
behind.get("/:world", (request, response) => {
  const { groups, calls, changes } = worldOf(request);
  response.json({ groups: [...groups.values()], calls, changes });
});
app.use("/behind", behind);

const { SCIM_KEY: key, SCIM_CERTIFICATE: cert } = process.env;
const server = key ? secure({ key, cert }, app) : plain(app);
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.on("end", () => process.exit()).resume();
