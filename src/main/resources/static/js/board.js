// Cards of a board are dragged to another stage; without a mouse, Shift with an arrow moves the one that has the focus.
// Both send the form that the card has anyway.

function moveTo(card, stage) {
  const select = card.querySelector('select[name=stage]');
  if (!stage || select.value === stage) return;
  select.value = stage;
  card.querySelector('.card-move').requestSubmit();
}

export function watchBoard(root) {
  for (const board of root.querySelectorAll('[data-board]:not([data-watched])')) {
    board.dataset.watched = '';
    let dragged = null;
    for (const card of board.querySelectorAll('[data-card]')) card.draggable = true;

    board.addEventListener('dragstart', (event) => {
      dragged = event.target.closest('[data-card]');
      if (dragged) event.dataTransfer.effectAllowed = 'move';
    });
    board.addEventListener('dragover', (event) => {
      const column = event.target.closest('[data-stage]');
      if (!dragged || !column) return;
      event.preventDefault();
      for (const other of board.querySelectorAll('[data-over]')) if (other !== column) delete other.dataset.over;
      column.dataset.over = '';
    });
    board.addEventListener('drop', (event) => {
      const column = event.target.closest('[data-stage]');
      if (!dragged || !column) return;
      event.preventDefault();
      moveTo(dragged, column.dataset.stage);
    });
    board.addEventListener('dragend', () => {
      dragged = null;
      for (const column of board.querySelectorAll('[data-over]')) delete column.dataset.over;
    });
    board.addEventListener('keydown', (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      const card = event.target.closest('[data-card]');
      if (!event.shiftKey || !step || !card || event.target.matches('select, input')) return;
      event.preventDefault();
      const columns = [...board.querySelectorAll('[data-stage]')];
      moveTo(card, columns[columns.indexOf(card.closest('[data-stage]')) + step]?.dataset.stage);
    });
  }
}
