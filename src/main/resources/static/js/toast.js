// Toasts come from the server with the page. They leave after ten seconds, but not while somebody is on them.

const STAYS = 10_000;

export function watchToasts(root) {
  for (const toast of root.querySelectorAll('[data-toast]:not([data-watched])')) {
    toast.dataset.watched = '';
    let leaving = window.setTimeout(() => toast.remove(), STAYS);
    const stay = () => window.clearTimeout(leaving);
    const leave = () => {
      stay();
      leaving = window.setTimeout(() => toast.remove(), STAYS);
    };
    toast.addEventListener('pointerenter', stay);
    toast.addEventListener('pointerleave', leave);
    toast.addEventListener('focusin', stay);
    toast.addEventListener('focusout', leave);
    toast.querySelector('[data-dismiss]')?.addEventListener('click', () => toast.remove());
  }
}
