// Commands for Antes wait here until it has loaded. If it never does, nothing reads them and nothing else changes.
window.antes ||= [];
