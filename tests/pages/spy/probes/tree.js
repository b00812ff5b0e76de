// What stands in the document.

const mutations = {
  name: 'mutations',
  reveals: 'every node that comes and goes, every attribute and every text that changes, with what it was before',
  start({ tell, alien, describe, onArrival, roots }) {
    const hear = records => {
      for (const { type, target, attributeName, oldValue, addedNodes, removedNodes } of records) {
        for (const node of addedNodes) if (alien(node)) tell(node, `came: ${describe(node)}`);
        for (const node of removedNodes) if (alien(node)) tell(target, `went: ${describe(node)}`);
        if (type !== 'childList' && attributeName !== 'elementtiming')
          tell(target, `${attributeName ?? 'text'} was ${oldValue}: ${describe(target)}`);
      }
    };
    const observer = new MutationObserver(hear);
    const everything = { subtree: true, childList: true, attributeOldValue: true, characterDataOldValue: true };
    observer.observe(document, everything);
    onArrival(element => {
      for (const root of [element.shadowRoot, ...roots]) if (root) observer.observe(root, everything);
    });
  },
};

const markup = {
  name: 'markup',
  reveals:
    'tags, classes and attributes, and their text: a name like "kith", an address of the extension, the note itself',
  look({ tell, aliens, rows }) {
    for (const element of aliens()) tell(element, element.outerHTML);
    for (const row of rows()) tell(row, row.getHTML?.({ serializableShadowRoots: true }) ?? row.outerHTML);
  },
};

const text = {
  name: 'text',
  reveals: 'the note, as text of the page',
  look({ tell, rows }) {
    for (const row of rows()) tell(row, `${row.innerText} | ${row.textContent}`);
    tell('page', document.documentElement.innerText);
  },
};

const roots = {
  name: 'shadow roots',
  reveals: 'all that stands in an open root, and in a closed one whose making the page heard of',
  look({ tell, aliens, roots }) {
    const all = new Set([...roots, ...aliens().map(element => element.shadowRoot)]);
    for (const root of all) if (root) tell(root, `${root.mode}: ${root.innerHTML} | ${root.textContent}`);
  },
};

export const tree = [mutations, markup, text, roots];
