// Makes elements. What is given is set as properties and as text, never read as markup.
const tones = { get: 'info', post: 'good', put: 'wait', patch: 'wait', delete: 'bad' };

export const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

export const verb = method => element('span', { className: `verb tone-${tones[method] ?? 'over'}` }, method.toUpperCase());

/** A parameter with the field to fill in. */
export const field = parameter => {
  const id = `p-${parameter.in}-${parameter.name}`;
  const label = element('label', { htmlFor: id }, parameter.name);
  if (parameter.required) label.append(element('span', { className: 'must', title: 'required' }, ' *'));
  const words = parameter.schema.enum;
  const input = words
    ? element('select', { className: 'rg-select', id }, ...words.map(word => element('option', { value: word }, word)))
    : element('input', { className: 'rg-input', id, type: 'text', autocomplete: 'off', value: parameter.schema.example ?? '' });
  // Everything may be asked at the top: a scope can be left out.
  if (parameter.name !== 'scope') input.required = Boolean(parameter.required);
  const hint = element('span', { className: 'rg-detail', id: `${id}-hint` }, parameter.description ?? '');
  input.setAttribute('aria-describedby', hint.id);
  return { parameter, label, input: element('div', {}, input, hint), value: () => input.value.trim() };
};
