// The list of operations, and one of them to look at and to try. All texts come from the description and are set as text.
import { element, field, verb } from './elements.js';
import { example, shape } from './schemas.js';
import { answered, asCurl, requestOf } from './tries.js';

const at = id => document.getElementById(id);
const [find, surface, groups, content] = ['find', 'surface', 'groups', 'content'].map(at);
const description = await (await fetch('/openapi/v1.json')).json();
const operations = Object.entries(description.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => {
  const [place, group] = operation.tags[0].split(': ');
  return { ...operation, path, method, place, group, text: `${method} ${path} ${operation.summary}`.toLowerCase() };
}));
// It is kept for as long as the page is open, and nowhere.
let token = '';

const resolve = node => node?.$ref ? node.$ref.slice(2).split('/').reduce((part, step) => part?.[step], description) : node;

const link = operation => element('a', { className: 'op', href: `#${operation.operationId}`, id: `to-${operation.operationId}` },
  verb(operation.method),
  element('span', {}, operation.summary, element('span', { className: 'op-path' }, operation.path)));

const list = () => {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  const found = operations.filter(one => one.place === surface.value && words.every(word => one.text.includes(word)));
  at('count').textContent = `${found.length} ${found.length === 1 ? 'operation' : 'operations'}`;
  groups.replaceChildren(...Object.entries(Object.groupBy(found, one => one.group)).sort(([one], [other]) => one.localeCompare(other))
    .map(([name, all]) => element('details', { className: 'group', open: words.length > 0 },
      element('summary', {}, name),
      element('ul', {}, ...all.map(one => element('li', {}, link(one)))))));
  mark();
};

const mark = () => {
  const chosen = at(`to-${location.hash.slice(1)}`);
  groups.querySelector('[aria-current]')?.removeAttribute('aria-current');
  chosen?.setAttribute('aria-current', 'true');
  if (chosen) chosen.closest('details').open = true;
};

const part = (title, ...children) => element('section', { className: 'part rg-card' }, element('h2', {}, title), ...children);

const permissions = needed => {
  const rows = [['For a person', needed.delegated], ['For a program itself', needed.application]].map(([who, names]) =>
    element('div', { className: 'rg-stack tight' }, element('h3', {}, who),
      names.length ? element('ul', { className: 'names' }, ...names.map(name => element('li', {}, name)))
        : element('p', { className: 'rg-soft' }, 'No permission is enough.')));
  return part('One of these permissions', element('div', { className: 'rg-stack' }, ...rows));
};

const answers = operation => part('Answers', element('div', { className: 'answers' }, ...Object.entries(operation.responses).map(([status, node]) => {
  const answer = resolve(node);
  const schema = answer.content?.['application/json']?.schema;
  const told = `${status} · ${answer.description}`;
  return schema ? element('details', {}, element('summary', {}, told), shown(JSON.stringify(shape(schema, resolve), null, 2), `Shape of ${status}`)) : element('p', {}, told);
})));

const shown = (text, name) => element('pre', { className: 'shown', tabIndex: 0, role: 'region', ariaLabel: name }, text);

const tryOut = operation => {
  const parameters = operation.parameters.map(resolve);
  const inputs = parameters.map(parameter => field(parameter));
  const secret = element('input', { className: 'rg-input', id: 'token', type: 'password', autocomplete: 'off', value: token, placeholder: 'Paste an access token' });
  secret.addEventListener('input', () => { token = secret.value.trim(); });
  const schema = operation.requestBody?.content['application/json'].schema;
  const body = schema && element('textarea', { className: 'rg-textarea body', id: 'body', spellcheck: false, value: JSON.stringify(example(schema, resolve), null, 2) });
  const result = element('div', { className: 'rg-stack', ariaLive: 'polite', id: 'answer' });
  const send = element('button', { type: 'submit', className: 'rg-button primary' }, 'Send');
  send.dataset.testid = 'send';
  const form = element('form', { className: 'rg-stack' },
    element('div', { className: 'fields' },
      ...operation.security.length ? [element('label', { htmlFor: 'token' }, 'Token'), secret] : [],
      ...inputs.flatMap(({ label, input }) => [label, input]),
      ...body ? [element('label', { htmlFor: 'body' }, 'Body'), body] : []),
    element('div', { className: 'rg-row' }, send), result);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const request = requestOf(operation, inputs, token, body?.value);
    send.disabled = true;
    const told = await answered(request);
    send.disabled = false;
    result.replaceChildren(
      element('div', { className: 'line' }, element('span', { className: `status tone-${told.tone}` }, told.status), element('span', { className: 'rg-soft' }, told.time)),
      ...told.text ? [shown(told.text, 'The answer')] : [],
      element('details', {}, element('summary', {}, 'The same with curl'), shown(asCurl(request), 'The request as a command')));
  });
  return part('Try it', form);
};

const show = () => {
  const operation = operations.find(one => one.operationId === location.hash.slice(1));
  document.body.classList.toggle('chosen', Boolean(operation));
  if (!operation) return;
  if (surface.value !== operation.place) { surface.value = operation.place; list(); }
  document.title = `${operation.summary} · Regent`;
  at('title').textContent = operation.summary;
  content.replaceChildren(
    element('div', { className: 'line' }, verb(operation.method), element('code', {}, operation.path)),
    ...operation['x-permissions'] ? [permissions(operation['x-permissions'])] : [],
    tryOut(operation), answers(operation));
  mark();
  scrollTo(0, 0);
};

surface.replaceChildren(...new Set(operations.map(one => one.place)).values().map(place => element('option', { value: place }, place.replace('Azure Resource Manager', 'Azure'))));
surface.value = 'Graph v1.0';
// On a phone the list makes room for what was chosen, and comes back for the next search.
const search = () => { document.body.classList.remove('chosen'); list(); };
surface.addEventListener('change', search);
find.addEventListener('input', search);
find.addEventListener('focus', () => document.body.classList.remove('chosen'));
document.querySelector('[data-skip]').addEventListener('click', event => { event.preventDefault(); at('operation').focus(); });
addEventListener('hashchange', () => { show(); at('operation').focus({ preventScroll: true }); });
list();
show();
document.body.dataset.ready = 'true';
