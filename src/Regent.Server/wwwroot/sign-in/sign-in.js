// What sign-in needs of the browser: passkeys, keeping recovery codes, and filling in a person of the sample.

const knowsPasskeys = typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function';
let waiting = null;

for (const part of document.querySelectorAll('[data-passkeys]')) part.hidden = !knowsPasskeys;
for (const part of document.querySelectorAll('[data-no-passkeys]')) part.hidden = knowsPasskeys;

// The server's task, asked for with all the form holds: antiforgery token, and password where one is demanded.
async function ask(button, signal) {
  const answer = await fetch(button.dataset.options, { method: 'POST', body: new FormData(button.form), signal });
  // Something else has to be shown first: the second factor, or who it is at all.
  if (answer.redirected) {
    location.assign(answer.url);
    throw new DOMException('The page is left.', 'AbortError');
  }
  if (answer.status === 422) throw new Error(await answer.text());
  if (!answer.ok) throw new Error('The server did not answer as expected. Load the page again.');
  return answer.json();
}

async function obtain(button, mediation) {
  waiting?.abort();
  waiting = new AbortController();
  const signal = waiting.signal;
  const task = await ask(button, signal);
  return button.dataset.passkey === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(task), signal })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(task), mediation, signal });
}

function send(button, credential) {
  button.form.elements.credential.value = JSON.stringify(credential);
  button.form.submit();
}

function tell(button, error) {
  const problem = button.form.querySelector('[data-passkey-problem]');
  problem.textContent = error.name === 'NotAllowedError' ? 'No passkey was given.'
    : error.name === 'InvalidStateError' ? 'This device has a passkey for you already.'
    : error.name === 'SecurityError' ? 'Passkeys do not work at this address.'
    : error.message;
  problem.hidden = false;
}

for (const button of document.querySelectorAll('[data-passkey]')) {
  button.form.addEventListener('submit', async event => {
    event.preventDefault();
    button.disabled = true;
    try {
      send(button, await obtain(button));
    } catch (error) {
      if (error.name !== 'AbortError') tell(button, error);
    } finally {
      button.disabled = false;
    }
  });

  // The browser lists passkeys among the user names it suggests, and answers when one of them is chosen.
  if (button.dataset.early && knowsPasskeys && await PublicKeyCredential.isConditionalMediationAvailable?.()) {
    obtain(button, 'conditional').then(credential => send(button, credential), () => { /* nobody chose one */ });
  }
}

for (const person of document.querySelectorAll('[data-sample]')) {
  person.addEventListener('click', () => {
    const form = document.getElementById('sign-in');
    form.elements.userName.value = person.dataset.sample;
    form.elements.password.value = person.dataset.password;
    form.querySelector('[type=submit]').focus();
  });
}

const lines = id => [...document.getElementById(id).children].map(line => line.textContent.trim()).join('\n') + '\n';
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', async () => {
    const done = await window.regent.copy(lines(button.dataset.copy));
    document.querySelector('[data-copied]').textContent = done ? 'Copied.' : 'Not copied; the browser did not allow it.';
  });
}
for (const button of document.querySelectorAll('[data-download]')) {
  button.addEventListener('click', () => window.regent.download('regent-recovery-codes.txt', 'text/plain', lines(button.dataset.download)));
}
