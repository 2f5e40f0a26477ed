// Runs before the first paint: the theme someone chose, and the time zone of the reader, known to the server from the next request on.
(() => {
  const key = 'fluentui-blazor:theme-settings';
  const stored = () => { try { return JSON.parse(localStorage.getItem(key)) ?? {}; } catch { return {}; } };
  const apply = mode => {
    if (mode === 'light' || mode === 'dark') document.documentElement.dataset.theme = mode;
    else delete document.documentElement.dataset.theme;
  };

  window.regentTheme = {
    get: () => stored().mode ?? 'system',
    set: mode => {
      const settings = { ...stored(), mode };
      if (mode === 'system') delete settings.mode;
      try { localStorage.setItem(key, JSON.stringify(settings)); } catch { /* private windows keep no settings */ }
      apply(mode);
      window.Microsoft?.FluentUI?.Blazor?.Utilities?.Theme?.setThemeMode?.(mode);
    },
  };

  apply(window.regentTheme.get());
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone) document.cookie = `regent-zone=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`;
})();
