// The command palette: Ctrl-K or ⌘-K. A dialog around a search form, so that Enter on words searches.

export function watchPalette() {
  const dialog = document.getElementById('palette');
  if (!dialog) return;
  const box = dialog.querySelector('#palette-box');
  const options = [...dialog.querySelectorAll('[role=option]')];
  const search = dialog.querySelector('[data-search]');
  const words = dialog.querySelector('[data-search-words]');
  let chosen = 0;

  const shown = () => options.filter((option) => !option.hidden);

  function choose(at) {
    const visible = shown();
    chosen = (at + visible.length) % visible.length;
    for (const option of options) option.setAttribute('aria-selected', String(option === visible[chosen]));
    box.setAttribute('aria-activedescendant', visible[chosen].id);
    visible[chosen].scrollIntoView({ block: 'nearest' });
  }

  function narrow() {
    const typed = box.value.trim().toLowerCase();
    for (const option of options) {
      option.hidden = option === search ? typed === '' : !matches(option.dataset.words, typed);
    }
    words.textContent = typed === '' ? '' : `“${box.value.trim()}”`;
    choose(0);
  }

  function run(option) {
    if (option === search) dialog.querySelector('form').submit();
    else window.location.assign(option.dataset.href);
  }

  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    if (dialog.open) { dialog.close(); return; }
    box.value = '';
    dialog.showModal();
    narrow();
    box.focus();
  });
  box.addEventListener('input', narrow);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen - 1);
    else if (event.key === 'Enter') run(shown()[chosen]);
    else return;
    event.preventDefault();
  });
  dialog.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) run(option);
    else if (event.target === dialog) dialog.close();
  });
}

/** Each typed word starts some word of the command. */
function matches(commandWords, typed) {
  const known = commandWords.toLowerCase().split(/[\s,]+/);
  return typed.split(/\s+/).every((word) => known.some((one) => one.startsWith(word)));
}
