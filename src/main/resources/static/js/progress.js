// Live progress by server-sent events. [data-progress=url] is an element that listens; each event
// "progress" carries {fields: {name: text}, done, total}: texts go where [data-field=name] is, done
// and total into its <progress>. The event "over" loads the page again, which then shows the result.

export function watchProgress(root) {
  for (const element of root.querySelectorAll('[data-progress]:not([data-watched])')) {
    element.dataset.watched = '';
    const events = new EventSource(element.dataset.progress);
    events.addEventListener('progress', (event) => show(element, JSON.parse(event.data)));
    events.addEventListener('over', () => {
      events.close();
      window.location.reload();
    });
    window.addEventListener('pagehide', () => events.close(), { once: true });
  }
}

function show(element, { fields = {}, done, total }) {
  const bar = element.querySelector('progress');
  if (bar && total > 0) {
    bar.max = total;
    bar.value = done;
  }
  for (const [name, text] of Object.entries(fields)) {
    for (const field of element.querySelectorAll(`[data-field="${CSS.escape(name)}"]`)) field.textContent = text;
  }
}
