// The keyboard: j k move through a list, Enter opens, e settles, s snoozes, r replies, n notes what passed beside mail, u undoes, g and a
// letter goes.
//
// Markup says what is what: [data-list] around [data-item]s; inside an item [data-open] is its link,
// [data-settle] a button, [data-snooze] the summary of a menu. The rail's links carry [data-go=letter].

const GO_WAITS = 1200;
let going = 0;

export function watchKeys() {
  document.addEventListener('keydown', press);
  // An action takes its row away: the next one becomes the current one.
  document.addEventListener('htmx:beforeSwap', remember);
  document.addEventListener('htmx:afterSettle', recall);
}

function press(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
  if (Date.now() - going < GO_WAITS && event.key !== 'g') {
    going = 0;
    const link = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
    if (link) act(event, () => link.click());
    return;
  }
  switch (event.key) {
    case 'g': going = Date.now(); break;
    case 'j': act(event, () => move(1)); break;
    case 'k': act(event, () => move(-1)); break;
    case 'Enter': if (current() && isFree(event.target)) act(event, () => part('[data-open]')?.click()); break;
    case 'e': act(event, () => part('[data-settle]')?.click()); break;
    case 's': act(event, openSnooze); break;
    case 'f': act(event, () => part('[data-follow]')?.focus()); break;
    case 'r': act(event, () => document.querySelector('[data-reply]')?.click()); break;
    case 'n': act(event, () => (document.querySelector('#main [data-log]') ?? document.querySelector('[data-log]'))?.click()); break;
    case 'u': act(event, () => document.querySelector('[data-undo]')?.click()); break;
    case '/': act(event, () => document.getElementById('search-box')?.select()); break;
    case '?': act(event, () => document.getElementById('keys')?.showModal()); break;
  }
}

function act(event, what) {
  event.preventDefault();
  what();
}

function isTyping(element) {
  return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
}

/** Whether Enter has no other meaning where the focus is. */
function isFree(element) {
  return !element.closest('a, button, summary');
}

function items() {
  return [...document.querySelectorAll('[data-list] [data-item]')];
}

function current() {
  return document.querySelector('[data-item][data-current]');
}

/** An element of the current item, or of the page where there is no list. */
function part(selector) {
  return (current() ?? document.querySelector('[data-item]') ?? document).querySelector(selector)
      ?? document.querySelector(`[data-page] ${selector}`);
}

function move(step) {
  const all = items();
  const at = all.indexOf(current());
  select(all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1)]);
}

function select(item) {
  if (!item) return;
  current()?.removeAttribute('data-current');
  item.setAttribute('data-current', '');
  item.querySelector('[data-open]')?.focus({ preventScroll: true });
  item.scrollIntoView({ block: 'nearest' });
}

function openSnooze() {
  const summary = part('[data-snooze]');
  if (!summary) return;
  summary.parentElement.open = true;
  summary.parentElement.querySelector('button')?.focus();
}

let place = -1;

function remember() {
  const item = current() ?? document.activeElement?.closest('[data-item]');
  place = item ? items().indexOf(item) : -1;
}

function recall() {
  if (place < 0) return;
  const all = items();
  select(all[Math.min(place, all.length - 1)]);
  place = -1;
}
