/** A clock for an answer that is said aloud: it counts into the field that its button names. */
export function watchTimers(root) {
  for (const button of root.querySelectorAll('[data-timer]')) {
    if (button.dataset.watched) continue;
    button.dataset.watched = 'yes';
    const form = button.closest('form');
    const field = form.elements.namedItem(button.dataset.timer);
    const shown = form.querySelector('[data-timer-shown]');
    let began = 0;
    let ticking = 0;
    const show = () => {
      const seconds = Math.round((Date.now() - began) / 1000);
      field.value = String(seconds);
      shown.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
      if (!button.isConnected) clearInterval(ticking);
    };
    button.addEventListener('click', () => {
      if (ticking) {
        clearInterval(ticking);
        ticking = 0;
        show();
        button.textContent = 'Start again';
      } else {
        began = Date.now();
        ticking = setInterval(show, 1000);
        button.textContent = 'Stop the clock';
        show();
      }
    });
  }
}
