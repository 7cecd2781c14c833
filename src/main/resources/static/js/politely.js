// Everything here makes a page quicker to use; every page works without it.
import { watchKeys } from './keyboard.js';
import { watchPalette } from './palette.js';
import { watchToasts } from './toast.js';
import { watchProgress } from './progress.js';
import { watchBoard } from './board.js';
import { watchTimers } from './timer.js';

/** Shows what only works with scripts, and starts what a new piece of page needs. */
function dress(root) {
  for (const element of root.querySelectorAll('[data-with-script]')) element.hidden = false;
  watchToasts(root);
  watchProgress(root);
  watchBoard(root);
  watchTimers(root);
}

watchKeys();
watchPalette();
dress(document);
document.addEventListener('htmx:afterSwap', () => dress(document));
document.addEventListener('htmx:oobAfterSwap', () => dress(document));

// A dialog is opened by a button that names it.
document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-opens]');
  if (opener) document.getElementById(opener.dataset.opens)?.showModal();
});

// An open menu closes by a click elsewhere or by Escape.
document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});
