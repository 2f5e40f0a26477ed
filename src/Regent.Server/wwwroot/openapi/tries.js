// Sends what was filled in to this server, and to no other.
const whole = ['scope', 'rest'];
const encode = (name, value) => whole.includes(name)
  ? value.split('/').filter(Boolean).map(encodeURIComponent).join('/')
  : encodeURIComponent(value);

export const requestOf = (operation, inputs, token, body) => {
  const given = place => inputs.filter(({ parameter, value }) => parameter.in === place && value() !== '');
  const path = inputs.filter(({ parameter }) => parameter.in === 'path')
    .reduce((address, { parameter, value }) => address.replaceAll(`{${parameter.name}}`, encode(parameter.name, value())), operation.path)
    .replaceAll('//', '/');
  const query = given('query').map(({ parameter, value }) => `${parameter.name}=${encodeURIComponent(value())}`).join('&');
  const headers = Object.fromEntries(given('header').map(({ parameter, value }) => [parameter.name, value()]));
  if (token) headers.Authorization = `Bearer ${token}`;
  if (query.includes('$search=')) headers.ConsistencyLevel = 'eventual';
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  return { method: operation.method.toUpperCase(), url: `${location.origin}${path}${query ? `?${query}` : ''}`, headers, body };
};

export const answered = async ({ method, url, headers, body }) => {
  const start = performance.now();
  try {
    const response = await fetch(url, { method, headers, body, credentials: 'omit', cache: 'no-store' });
    const text = await response.text();
    return {
      status: `${response.status} ${response.statusText}`.trim(),
      time: `${Math.round(performance.now() - start)} ms`,
      tone: response.ok ? 'good' : 'bad',
      text: pretty(text),
    };
  } catch (error) {
    return { status: 'Not sent', time: '', tone: 'bad', text: String(error.message ?? error) };
  }
};

const pretty = text => {
  try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; }
};

const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;

// The token is not shown: whoever copies the line puts it in by a variable.
export const asCurl = ({ method, url, headers, body }) => [
  `curl -X ${method} ${quoted(url)}`,
  ...Object.entries(headers).map(([name, value]) => name === 'Authorization' ? '-H "Authorization: Bearer $TOKEN"' : `-H ${quoted(`${name}: ${value}`)}`),
  ...body === undefined ? [] : [`-d ${quoted(body)}`],
].join(' \\\n  ');
