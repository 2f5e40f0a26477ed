// What a schema looks like to people: as a shape with types, and as something to send.
const deepest = 6;
const typeOf = schema => [schema.type ?? []].flat().find(type => type !== 'null');
const one = schema => (schema?.anyOf ?? []).find(choice => choice.type !== 'null') ?? schema;

const walk = (schema, resolve, leaf, depth = 0) => {
  const known = one(resolve(one(resolve(one(schema))))) ?? {};
  if (known.properties) {
    if (depth > deepest) return {};
    return Object.fromEntries(Object.entries(known.properties).map(([name, member]) => [name, walk(member, resolve, leaf, depth + 1)]));
  }
  if (typeOf(known) === 'array') return depth > deepest ? [] : [walk(known.items, resolve, leaf, depth + 1)];
  return leaf(known);
};

export const shape = (schema, resolve) => walk(schema, resolve, known =>
  known.enum ? known.enum.join(' | ') : [typeOf(known) ?? 'any', known.format].filter(Boolean).join(', '));

export const example = (schema, resolve) => walk(schema, resolve, known => {
  if (known.enum) return null;
  switch (typeOf(known)) {
    case 'boolean': return false;
    case 'integer': case 'number': return 0;
    case 'object': return {};
    default: return null;
  }
});
