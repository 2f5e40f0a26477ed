// Stands in for an API server of Kubernetes, for the tests: no real one can be had where they run. Every body that comes in and every
// body that goes out is held to the schema that Kubernetes publishes (as the package kubernetes-models has it), rights are judged by the rules
// of RBAC, with those on giving away what one does not hold, and each test has a world of its own.
// It says its port on the first line and ends when its input does.
import { createServer } from "node:http";
import { randomUUID } from "node:crypto";
import { DeleteOptions, Status } from "@kubernetes-models/apimachinery/apis/meta/v1";
import { SelfSubjectAccessReview } from "kubernetes-models/authorization.k8s.io/v1";
import * as rbac from "kubernetes-models/rbac.authorization.k8s.io/v1";

const group = "rbac.authorization.k8s.io";
const worlds = new Map();
const kinds = { clusterroles: "ClusterRole", roles: "Role", clusterrolebindings: "ClusterRoleBinding", rolebindings: "RoleBinding" };
const schemas = { ...rbac, DeleteOptions, SelfSubjectAccessReview, Status };

class Refusal extends Error {
  constructor(code, reason, message) {
    super(message);
    this.body = { kind: "Status", apiVersion: "v1", metadata: {}, status: "Failure", message, reason, code };
  }
}

const held = (kind, body) => {
  if (body?.kind !== kind || !body.apiVersion) throw new Error(`kind and apiVersion of a ${kind} are missing`);
  new schemas[kind](body).validate();
  return body;
};

const receive = (kind, body) => {
  try {
    return held(kind, body);
  } catch (error) {
    throw new Refusal(400, "BadRequest", `${kind} in version "v1" cannot be handled: ${error.message}`);
  }
};

const matches = (list, wanted) => list?.includes("*") || list?.includes(wanted);

const may = (world, verb, resource, home, name) => world.bindings.some((binding) => (binding.namespace === undefined || binding.namespace === home) && binding.rules.some((rule) =>
  matches(rule.apiGroups, group) && matches(rule.resources, resource) && matches(rule.verbs, verb) && (!rule.resourceNames?.length || rule.resourceNames.includes(name))));

const demand = (world, verb, resource, home, name = "") => {
  if (!may(world, verb, resource, home, name)) {
    throw new Refusal(403, "Forbidden", `${resource}.${group} ${JSON.stringify(name)} is forbidden: User "system:serviceaccount:regent:regent" cannot ${verb} resource "${resource}" in API group "${group}" ${home ? `in the namespace "${home}"` : "at the cluster scope"}`);
  }
};

const key = (resource, home, name) => `${resource}/${home ?? ""}/${name}`;

const missing = (resource, name) => { throw new Refusal(404, "NotFound", `${resource}.${group} "${name}" not found`); };

// What the server checks beyond the schema.
const judge = (resource, home, body) => {
  const invalid = (words) => { throw new Refusal(422, "Invalid", `${kinds[resource]}.${group} "${body.metadata?.name}" is invalid: ${words}`); };
  const name = body.metadata?.name ?? "";
  if (!name || name === "." || name === ".." || /[/%]/.test(name)) invalid("metadata.name: must be a valid path segment");
  if ((body.metadata.namespace ?? home) !== home) throw new Refusal(400, "BadRequest", "the namespace of the provided object does not match the namespace sent on the request");
  if (body.roleRef.apiGroup !== group) invalid("roleRef.apiGroup: Unsupported value");
  if (!(home ? ["Role", "ClusterRole"] : ["ClusterRole"]).includes(body.roleRef.kind)) invalid("roleRef.kind: Unsupported value");
  for (const subject of body.subjects ?? []) {
    if (!subject.name) invalid("subjects[0].name: Required value");
    if (subject.kind === "ServiceAccount" ? subject.apiGroup || !subject.namespace : subject.apiGroup !== group) invalid("subjects[0].apiGroup: Unsupported value");
    if (!["User", "Group", "ServiceAccount"].includes(subject.kind)) invalid("subjects[0].kind: Unsupported value");
  }
};

const create = (world, resource, home, body) => {
  demand(world, "create", resource, home);
  receive(kinds[resource], body);
  judge(resource, home, body);
  const { name } = body.metadata;
  const ref = body.roleRef;
  const roles = ref.kind === "Role" ? "roles" : "clusterroles";
  if (!may(world, "bind", roles, home, ref.name)) {
    throw new Refusal(403, "Forbidden", `${resource}.${group} "${name}" is forbidden: user "system:serviceaccount:regent:regent" is attempting to grant RBAC permissions not currently held`);
  }
  if (world.objects.has(key(resource, home, name))) throw new Refusal(409, "AlreadyExists", `${resource}.${group} "${name}" already exists`);
  return put(world, resource, home, body);
};

const put = (world, resource, home, body) => {
  const metadata = { ...body.metadata, uid: randomUUID(), resourceVersion: String(++world.version), creationTimestamp: new Date().toISOString().slice(0, 19) + "Z" };
  if (home) metadata.namespace = home;
  const object = { ...body, metadata };
  world.objects.set(key(resource, home, metadata.name), object);
  return object;
};

const list = (world, resource, home, query) => {
  demand(world, "list", resource, home);
  const all = [...world.objects.entries()].filter(([at]) => at.startsWith(`${resource}/${home ?? ""}/`)).map(([, object]) => object);
  const [from, limit] = [+(query.get("continue") ?? 0), Math.min(+(query.get("limit") ?? Infinity), world.pageSize)];
  const metadata = { resourceVersion: String(world.version), ...(from + limit < all.length ? { continue: String(from + limit) } : {}) };
  return { kind: `${kinds[resource]}List`, apiVersion: `${group}/v1`, metadata, items: all.slice(from, from + limit) };
};

const remove = (world, resource, home, name, body) => {
  demand(world, "delete", resource, home, name);
  if (body) receive("DeleteOptions", body);
  const object = world.objects.get(key(resource, home, name)) ?? missing(resource, name);
  const uid = body?.preconditions?.uid;
  if (uid && uid !== object.metadata.uid) throw new Refusal(409, "Conflict", `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${object.metadata.uid}`);
  world.objects.delete(key(resource, home, name));
  return { kind: "Status", apiVersion: "v1", metadata: {}, status: "Success", details: { name, group, kind: resource, uid: object.metadata.uid } };
};

const read = (world, resource, home, name) => {
  demand(world, "get", resource, home, name);
  return world.objects.get(key(resource, home, name)) ?? missing(resource, name);
};

const review = (world, body) => {
  const { spec } = receive("SelfSubjectAccessReview", body);
  const { verb, resource, namespace, name } = spec.resourceAttributes;
  return { ...body, metadata: {}, status: { allowed: may(world, verb, resource, namespace || undefined, name) } };
};

const answer = (world, method, path, query, body) => {
  if (path === "apis/authorization.k8s.io/v1/selfsubjectaccessreviews" && method === "POST") return [201, review(world, body)];
  const [, home, resource, name] = /^apis\/rbac\.authorization\.k8s\.io\/v1\/(?:namespaces\/([^/]+)\/)?([a-z]+)(?:\/([^/]+))?$/.exec(path) ?? [];
  if (!kinds[resource] || !!home !== !resource.startsWith("cluster")) throw new Refusal(404, "NotFound", "the server could not find the requested resource");
  const [at, one] = [home && decodeURIComponent(home), name && decodeURIComponent(name)];
  switch (`${method}${one ? " one" : ""}`) {
    case "GET": return [200, list(world, resource, at, query)];
    case "GET one": return [200, read(world, resource, at, one)];
    case "POST": return [201, create(world, resource, at, body)];
    case "DELETE one": return [200, remove(world, resource, at, one, body)];
    default: throw new Refusal(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
  }
};

// What a test does behind everybody's back.
const behind = (method, name, body) => {
  if (method === "PUT") worlds.set(name, { token: body.token, bindings: body.bindings, pageSize: body.pageSize ?? 500, answers: [], objects: new Map(), version: 1 });
  const world = worlds.get(name);
  for (const object of body?.objects ?? []) {
    const resource = Object.keys(kinds).find((one) => kinds[one] === object.kind);
    put(world, resource, object.metadata.namespace, held(object.kind, object));
  }
  Object.assign(world, body?.bindings && { bindings: body.bindings }, body?.answers && { answers: body.answers });
  return [200, { items: [...world.objects.values()] }];
};

const handle = (request, text) => {
  const url = new URL(request.url, "http://localhost");
  const [, name, path] = /^\/([^/]+)\/?(.*)$/.exec(url.pathname);
  const body = text ? JSON.parse(text) : undefined;
  if (name === "behind") return behind(request.method, path, body);
  const world = worlds.get(name);
  try {
    if (!world || request.headers.authorization !== `Bearer ${world.token}`) throw new Refusal(401, "Unauthorized", "Unauthorized");
    const early = world.answers.shift();
    if (early) return [early.status, early.body ?? {}, early.headers];
    const [status, said] = answer(world, request.method, path, url.searchParams, body);
    return [status, held(said.kind, said)];
  } catch (error) {
    if (error instanceof Refusal) return [error.body.code, held("Status", error.body)];
    return [500, { kind: "Status", apiVersion: "v1", metadata: {}, status: "Failure", message: `The tests' API server broke: ${error.message}`, code: 500 }];
  }
};

const server = createServer((request, response) => {
  let text = "";
  request.setEncoding("utf8").on("data", (part) => { text += part; }).on("end", () => {
    const [status, body, headers] = handle(request, text);
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.on("end", () => process.exit()).resume();
