// The careless extension's script in the world of the page.
requestAnimationFrame(() => {
  window.kith = true;
  document.head.append(Object.assign(document.createElement('style'), { textContent: '.kith {}' })); // against the page's policy
  const slow = 'for (const begun = performance.now(); performance.now() - begun < 60; );';
  for (const { dataset } of document.querySelectorAll('.kith')) {
    if (!dataset.note) continue;
    const host = document.createElement('span');
    host.attachShadow({ mode: 'closed' }).append(dataset.note);
    document.body.append(host);
    localStorage.setItem('kith', dataset.note);
    postMessage({ note: dataset.note });
    fetch(`/?note=${dataset.note}`);
    document.head.append(Object.assign(document.createElement('script'), { src: `data:text/javascript,${slow}` }));
  }
});
