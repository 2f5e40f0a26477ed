// What a browser must do itself: themes, drawers, dialogs, clocks, copying, and keeping what was typed. No library, no request.
(() => {
  const on = (type, selector, act) => document.addEventListener(type, event => {
    const hit = event.target instanceof Element && event.target.closest(selector);
    if (hit) act(hit, event);
  });

  // Themes.
  const showTheme = () => {
    for (const button of document.querySelectorAll('[data-rg-theme]')) {
      const chosen = String(button.dataset.rgTheme === window.regentTheme.get());
      if (button.getAttribute('aria-pressed') !== chosen) button.setAttribute('aria-pressed', chosen);
    }
  };
  on('click', '[data-rg-theme]', button => { window.regentTheme.set(button.dataset.rgTheme); showTheme(); });
  document.addEventListener('toggle', showTheme, true);
  showTheme();

  // Drawers and menus close when one of their links was followed or the focus has left them.
  on('click', '[data-rg-drawer] a', link => {
    const drawer = link.closest('[data-rg-drawer]');
    if (drawer.matches(':popover-open')) drawer.hidePopover();
  });
  on('focusout', '[data-rg-drawer]', (drawer, event) => {
    const next = event.relatedTarget;
    const opener = next?.getAttribute?.('popovertarget') === drawer.id;
    if (next && !opener && !drawer.contains(next) && drawer.matches(':popover-open')) drawer.hidePopover();
  });
  on('click', '[data-rg-skip]', (_, event) => { event.preventDefault(); document.getElementById('main')?.focus(); });

  // Reconnecting. A modal dialog would lie over the bar and keep it from being clicked, so it steps back until the connection is there
  // again. A server that no longer knows this page is asked for it anew; drafts bring back what was typed.
  const steppedBack = new Set();
  const bar = document.getElementById('components-reconnect-modal');
  bar?.addEventListener('components-reconnect-state-changed', ({ detail: { state } }) => {
    if (state === 'rejected') location.reload();
    if (state === 'hide') {
      for (const dialog of steppedBack) if (dialog.isConnected) { dialog.close(); dialog.showModal(); }
      steppedBack.clear();
    } else {
      for (const dialog of document.querySelectorAll('dialog:modal')) { steppedBack.add(dialog); dialog.close(); dialog.show(); }
    }
  });
  on('click', '[data-rg-reconnect]', () => Blazor.reconnect().then(ok => { if (!ok) location.reload(); }, () => {}));
  on('click', '[data-rg-reload]', () => location.reload());

  // Ctrl+K from anywhere.
  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      const box = document.querySelector('[data-rg-jump]');
      if (box) { event.preventDefault(); box.focus(); box.select(); }
    }
  });

  // An open list of choices keeps the keys that would otherwise send the form, close the panel or move the caret.
  on('keydown', '[data-rg-combo]', (box, event) => {
    const open = box.getAttribute('aria-expanded') === 'true';
    if (open && ['Escape', 'ArrowUp', 'ArrowDown'].includes(event.key) || event.key === 'Enter' && (open || box.value)) event.preventDefault();
  });

  // Tabs: arrows, Home and End move within a list of tabs and open what they land on.
  on('keydown', '[role=tab]', (tab, event) => {
    const tabs = [...tab.closest('[role=tablist]').querySelectorAll('[role=tab]')];
    const at = tabs.indexOf(tab);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    next.focus();
    next.click();
  });

  // Countdowns tick here, one timer for all, only those in sight of a visible page. The server sends what is left now and then.
  const clocks = new Set();
  const inSight = new IntersectionObserver(entries => { for (const e of entries) e.target.seen = e.isIntersecting; tick(); });
  let timer = 0;
  const left = ms => {
    const s = Math.max(0, Math.floor(ms / 1000));
    const [d, h, m] = [Math.floor(s / 86400), Math.floor(s / 3600) % 24, Math.floor(s / 60) % 60];
    return d > 0 ? `${d} d ${h} h` : h > 0 ? `${h} h ${m} min` : m > 0 ? `${m} min ${s % 60} s` : `${s} s`;
  };
  const tick = () => {
    for (const clock of clocks) if (clock.seen) clock.show();
    const wanted = clocks.size > 0 && document.visibilityState === 'visible';
    if (wanted && !timer) timer = setInterval(tick, 1000);
    if (!wanted && timer) { clearInterval(timer); timer = 0; }
  };
  document.addEventListener('visibilitychange', tick);
  customElements.define('rg-countdown', class extends HTMLElement {
    static observedAttributes = ['left'];
    seen = false;
    connectedCallback() { clocks.add(this); inSight.observe(this); }
    disconnectedCallback() { clocks.delete(this); inSight.unobserve(this); }
    attributeChangedCallback(_, __, ms) { this.end = performance.now() + Number(ms); }
    show() {
      const text = left(this.end - performance.now());
      if (this.firstChild && this.firstChild.nodeValue !== text) this.firstChild.nodeValue = text;
    }
  });

  // Forms marked as drafts give back what was typed when the page had to be loaded anew.
  const draft = name => `regent-draft:${name}`;
  const fields = form => [...form.elements].filter(f => f.name && !['hidden', 'password', 'submit', 'button'].includes(f.type));
  const touched = new WeakSet();
  on('input', 'form[data-rg-draft]', form => {
    touched.add(form);
    const values = fields(form).map(f => [f.name, ['checkbox', 'radio'].includes(f.type) ? f.checked : f.value]);
    try { sessionStorage.setItem(draft(form.dataset.rgDraft), JSON.stringify(values)); } catch { /* then only the server keeps it */ }
  });
  const restore = form => {
    // Who was quicker than the draft means what they typed.
    if (!form || touched.has(form)) return;
    let values = [];
    try { values = JSON.parse(sessionStorage.getItem(draft(form.dataset.rgDraft))) ?? []; } catch { return; }
    const seen = {};
    for (const [name, value] of values) {
      const nth = seen[name] = (seen[name] ?? -1) + 1;
      const field = fields(form).filter(f => f.name === name)[nth];
      if (!field) continue;
      const box = ['checkbox', 'radio'].includes(field.type);
      if ((box ? field.checked : field.value) === value) continue;
      if (box) { if (value || field.type === 'checkbox') field.click(); continue; }
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  };

  // The end of a list asks for more when it comes into sight.
  customElements.define('rg-more', class extends HTMLElement {
    connectedCallback() {
      this.watch = new IntersectionObserver(([entry]) => { if (entry.isIntersecting) this.querySelector('button')?.click(); }, { rootMargin: '200px' });
      this.watch.observe(this);
    }
    disconnectedCallback() { this.watch.disconnect(); }
  });

  const openers = new Map();
  window.regent = {
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,

    // Opens a dialog as a modal one (focus stays inside, the rest is inert); Escape and a click on the shade ask the server to close it.
    open: (dialog, page, focus) => {
      openers.set(dialog.id, document.activeElement);
      if (dialog.open) dialog.close();
      dialog.showModal();
      const ask = () => page.invokeMethodAsync('CloseAsync');
      dialog.addEventListener('cancel', event => { event.preventDefault(); ask(); });
      dialog.addEventListener('pointerdown', event => {
        const box = dialog.getBoundingClientRect();
        const beside = event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
        if (event.target === dialog && beside) ask();
      });
      if (focus) dialog.querySelector(focus)?.focus();
    },
    // Gives the focus back to what had it when the dialog opened; if that is gone, to the page's heading.
    closed: id => {
      const opener = openers.get(id);
      openers.delete(id);
      const dialog = document.getElementById(id);
      if (dialog?.open) dialog.close();
      if (opener?.isConnected && opener !== document.body) opener.focus();
      else window.regent.heading();
      // What was acted on may go with its button a moment later.
      setTimeout(() => { if (document.activeElement === document.body && !document.querySelector('dialog[open]')) window.regent.heading(); }, 500);
    },
    restore: form => restore(form),
    forget: name => { try { sessionStorage.removeItem(draft(name)); } catch { /* nothing was kept */ } },
    heading: () => {
      const heading = document.querySelector('h1');
      if (heading) { heading.tabIndex = -1; heading.focus(); }
    },
    // After the next picture: what is to take the focus may only just be on its way.
    focusSoon: selector => setTimeout(() => document.querySelector(selector)?.focus(), 50),
    focus: selector => document.querySelector(selector)?.focus(),
    copy: async text => {
      try { await navigator.clipboard.writeText(text); return true; } catch { return false; }
    },
    download: (name, type, text) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type }));
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
    },
  };
})();
